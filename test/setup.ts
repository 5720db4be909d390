import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { failOnConsole } from './support/consoleFails';

// Waiting ends when what is waited for is there; parts that are loaded take a while on a busy machine.
configure({ reactStrictMode: true, asyncUtilTimeout: 10_000 });
failOnConsole();
afterEach(cleanup);
