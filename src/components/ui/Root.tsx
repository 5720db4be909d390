import { useMemo, useRef, type HTMLAttributes } from 'react';
import { BuilderContext, useBuilder } from '../ProfileBuilderProvider/BuilderContext';
import { useColorScheme } from './useColorScheme';

/** The outermost element of a public component. It carries the tokens, unless one around it does. */
export function Root(props: HTMLAttributes<HTMLDivElement>) {
  return useBuilder().isInRoot ? <div {...props} /> : <OutermostRoot {...props} />;
}

function OutermostRoot({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  const settings = useBuilder();
  const inner = useMemo(() => ({ ...settings, isInRoot: true }), [settings]);
  const root = useRef<HTMLDivElement>(null);
  const colorScheme = useColorScheme(root, settings.colorScheme);
  return (
    <BuilderContext.Provider value={inner}>
      <div
        {...rest}
        ref={root}
        className={['cpb-root', className].filter(Boolean).join(' ')}
        data-color-scheme={colorScheme}
      />
    </BuilderContext.Provider>
  );
}
