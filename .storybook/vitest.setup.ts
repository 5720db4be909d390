// In Storybook the framework's option `strictMode` stands in the page that it serves. A test has no
// such page, and StrictMode in a decorator, below the root, would not run effects twice on mount.
Object.assign(globalThis, { FRAMEWORK_OPTIONS: { strictMode: true } });
