import { useEffect, useState } from 'react';
import type { Assistance } from './editorAssistance';

let loaded: Assistance | null = null;

/** Loads what helps to write once the editor is shown. Without it the editor still is one. */
export function useAssistance(): Assistance | null {
  const [assistance, setAssistance] = useState(loaded);
  useEffect(() => {
    if (assistance !== null) return undefined;
    let isMounted = true;
    import('./editorAssistance').then(
      (module) => {
        loaded = module.assistance;
        if (isMounted) setAssistance(loaded);
      },
      () => {
        // The next editor tries again; problems are listed below this one all the same.
      },
    );
    return () => {
      isMounted = false;
    };
  }, [assistance]);
  return assistance;
}
