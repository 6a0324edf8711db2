/** Two documents disagree on whether a schedule must answer; an answer with a status suits both. */
export const done = { statusCode: 204 };
