// A machine that is busy with something else may be slower than a page waits: one more try, and it is said.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
