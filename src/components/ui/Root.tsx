import { useMemo, type HTMLAttributes } from 'react';
import { BuilderContext, useBuilder } from '../ProfileBuilderProvider/BuilderContext';

/** The outermost element of a public component. It carries the tokens, unless one around it does. */
export function Root({ className, children, ...rest }: HTMLAttributes<HTMLDivElement>) {
  const settings = useBuilder();
  const inner = useMemo(() => ({ ...settings, isInRoot: true }), [settings]);
  if (settings.isInRoot) {
    return (
      <div {...rest} className={className}>
        {children}
      </div>
    );
  }
  return (
    <BuilderContext.Provider value={inner}>
      <div
        {...rest}
        className={['cpb-root', className].filter(Boolean).join(' ')}
        data-color-scheme={settings.colorScheme === 'auto' ? undefined : settings.colorScheme}
      >
        {children}
      </div>
    </BuilderContext.Provider>
  );
}
