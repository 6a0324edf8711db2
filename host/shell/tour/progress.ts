import { useSyncExternalStore } from 'react';
import { type Story, stories } from './stories';

export interface Progress {
  readonly story: Story;
  readonly step: number;
}

const storedAs = 'local-jira-story';
const listeners = new Set<() => void>();

const stored = (): string => sessionStorage.getItem(storedAs) ?? '';

function parse(text: string): Progress | null {
  const [id, step] = text.split(':');
  const story = stories.find((one) => one.id === id);
  return story ? { story, step: Math.min(Number(step ?? 0), story.steps.length - 1) } : null;
}

/** Which story is being told, and how far it is; it survives a reload of the page. */
export const useProgress = (): Progress | null =>
  parse(
    useSyncExternalStore((listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    }, stored),
  );

export function setProgress(progress: Progress | null): void {
  if (progress) sessionStorage.setItem(storedAs, `${progress.story.id}:${progress.step}`);
  else sessionStorage.removeItem(storedAs);
  listeners.forEach((listener) => listener());
}
