// What pages answer, in the words they had when the goldens were accepted: a name that was changed on purpose is no drift.
// It goes when the goldens are accepted anew.

type Fields = Readonly<Record<string, unknown>>;

interface Badge {
  readonly marks: readonly { readonly text: string }[];
  readonly line: {
    readonly text: string;
    readonly since: string | null;
    readonly marks: readonly unknown[];
  } | null;
  readonly notes: readonly unknown[];
}

/** Acts whose buttons were called otherwise. */
const actions: Readonly<Record<string, string>> = {
  request: 'request-response',
  complete: 'complete-step',
};

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAction = (value: unknown): boolean => isFields(value) && 'allowed' in value;

export function asAccepted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asAccepted);
  if (!isFields(value)) return value;
  return Object.assign(
    {},
    ...Object.entries(value).map(([name, one]): Fields => {
      if (name === 'title' && isAction(value)) return {};
      // Of tickets that are no weekly meeting nothing was said, nor of late cycles.
      if ((name === 'meeting' && one === null) || name === 'cyclesLate') return {};
      if (name === 'badges') return badgesAsAccepted(one as readonly Badge[]);
      if (name === 'marks' && 'cid' in value)
        return (one as readonly unknown[]).length > 0 ? { key: true } : {};
      return { [(isAction(one) ? actions[name] : undefined) ?? name]: asAccepted(one) };
    }),
  ) as Fields;
}

/** Each procedure's badge was a field of its own. */
function badgesAsAccepted(badges: readonly Badge[]): Fields {
  const hybrid = badges.find(({ marks }) => marks[0]?.text === 'Hybrid');
  const key = badges.find(({ line }) => line !== null);
  return {
    hybrid:
      hybrid === undefined
        ? null
        : { notAcknowledged: Number.parseInt(hybrid.marks[1]?.text ?? '0', 10) },
    ...(key?.line == null
      ? {}
      : {
          key: {
            marked: key.line.text,
            from: key.line.since,
            escalated: key.line.marks.length > 0,
            notes: key.notes,
          },
        }),
  };
}
