/** Where the lowest thing ends. The height of html and body says nothing: Atlaskit's reset makes both 100 % of the frame. */
function measure(): number {
  let bottom = 0;
  for (const element of document.querySelectorAll('body > *, body > * > *')) {
    const style = getComputedStyle(element);
    if (style.position === 'fixed' || style.position === 'absolute') continue;
    bottom = Math.max(
      bottom,
      element.getBoundingClientRect().bottom + Number.parseFloat(style.marginBottom || '0'),
    );
  }
  return Math.ceil(
    bottom +
      window.scrollY +
      Number.parseFloat(getComputedStyle(document.body).paddingBottom || '0'),
  );
}

const outOfSightMs = 100;
/** What the page around did not hear, because it was not there yet, it hears again. */
const againMs = 1_000;

/** Calls `tell` with the height of the content in pixels whenever it changes. */
export function watchContentHeight(tell: (height: number) => void): void {
  let last = -1;
  let asked = false;
  const look = (): void => {
    if (!asked) return;
    asked = false;
    const height = measure();
    if (height !== last) tell((last = height));
  };
  const ask = (): void => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(look);
    // Browsers draw no frames of other origins while they are out of sight; Jira's own panels have their height there.
    setTimeout(look, outOfSightMs);
  };
  const begin = (): void => {
    const sizes = new ResizeObserver(ask);
    const observeChildren = (): void =>
      document
        .querySelectorAll('body > *, body > * > *')
        .forEach((element) => sizes.observe(element));
    new MutationObserver(() => {
      observeChildren();
      ask();
    }).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    observeChildren();
    ask();
  };
  if (document.body) begin();
  else document.addEventListener('DOMContentLoaded', begin);
  setInterval(() => {
    last = -1;
    ask();
  }, againMs);
  window.addEventListener('load', ask);
  window.addEventListener('resize', ask);
}
