import { useEffect, useRef, useState } from 'react';
import type { DoctorView } from '../../../src/contract/doctor';
import { callSettings } from '../call';
import { type PageProblem, problemOf } from '../../shared/problem';

export interface Examination {
  /** The section that is looked at now; null when none is. */
  readonly now: {
    readonly id: string;
    readonly title: string;
    readonly place: number;
    readonly of: number;
  } | null;
  /** Sections that could not be looked at, and why. */
  readonly problems: Readonly<Record<string, PageProblem>>;
  /** Looks at these sections, one after the other; one that fails does not hold up the others. */
  readonly examine: (
    sections: readonly { readonly id: string; readonly title: string }[],
  ) => Promise<void>;
}

/** @param show what was found so far */
export function useExamination(show: (view: DoctorView) => void): Examination {
  const [now, setNow] = useState<Examination['now']>(null);
  const [problems, setProblems] = useState<Examination['problems']>({});
  const left = useRef(false);
  const running = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);

  const examineOne = async (id: string): Promise<void> => {
    for (let continued = false; !left.current; continued = true) {
      const view = await callSettings('doctor.examine', { section: id, continued });
      show(view);
      if (view.sections.find((section) => section.id === id)?.examined?.complete !== false) return;
    }
  };

  const examine: Examination['examine'] = async (sections) => {
    if (running.current) return;
    running.current = true;
    for (const [index, { id, title }] of sections.entries()) {
      if (left.current) break;
      setNow({ id, title, place: index + 1, of: sections.length });
      setProblems(({ [id]: _, ...others }) => others);
      try {
        await examineOne(id);
      } catch (error) {
        setProblems((others) => ({ ...others, [id]: problemOf(error) }));
      }
    }
    running.current = false;
    setNow(null);
  };
  return { now, problems, examine };
}
