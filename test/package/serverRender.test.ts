import { describe, expect, it } from 'vitest';
import { formats, runInHost } from './support/hosts';

describe.each(['react18', 'react19'] as const)('under %s', (host) => {
  it.each(formats)('the wizard renders to a string in %s', (format) => {
    const html = runInHost(
      host,
      format,
      `const { createElement, version } = await load('react');
       const { renderToString } = await load('react-dom/server');
       const { ProfileWizard } = await load('cluster-profile-builder');
       const { createMemoryAdapter } = await load('cluster-profile-builder/adapters');
       const { demoCatalog } = await load('cluster-profile-builder/demo');
       const adapter = createMemoryAdapter(demoCatalog);
       console.log(version);
       console.log(renderToString(createElement(ProfileWizard, { adapter })));`,
    );
    expect(html).toMatch(host === 'react18' ? /^18\./ : /^19\./);
    expect(html).toMatch(/<label\b[^>]*>Name</);
    expect(html).toContain('Basic information');
  });
});
