import { useEffect } from 'react';

/** Paper is white, and browsers print no background: what dark mode writes in white would not be read. */
export function useLightOnPaper(): void {
  useEffect(() => {
    const paper = window.matchMedia('print');
    const page = document.documentElement;
    let onScreen = page.dataset['colorMode'];
    const turn = (): void => {
      if (paper.matches) {
        onScreen = page.dataset['colorMode'];
        page.dataset['colorMode'] = 'light';
      } else if (onScreen !== undefined) page.dataset['colorMode'] = onScreen;
    };
    paper.addEventListener('change', turn);
    return () => paper.removeEventListener('change', turn);
  }, []);
}
