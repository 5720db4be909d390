// Stories and browser tests import stylesheets for their effect; Vite resolves them.
declare module '*.css';
