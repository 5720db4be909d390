import { lazyWithRetry } from '../ui/lazyWithRetry';
import { ReadmeFrame, type ReadmeProps } from './ReadmeFrame';

const readmeContent = lazyWithRetry(() =>
  import('./ReadmeContent').then((module) => module.ReadmeContent),
);

/** A pack's README, formatted. It is foreign text: nothing in it runs, loads or posts anything. */
export function Readme(props: ReadmeProps) {
  return <ReadmeFrame {...props} content={readmeContent} />;
}
