import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { failOnConsole } from './support/consoleFails';

configure({ reactStrictMode: true });
failOnConsole();
afterEach(cleanup);
