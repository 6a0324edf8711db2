/** What storage answers when it does not do something: `{ code, message }` and a status. */
export class StorageFailure extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const notFound = (key: string): StorageFailure =>
  new StorageFailure(404, 'KEY_NOT_FOUND', `There is no value under ${key}.`);
export const badRequest = (message: string, code = 'INVALID_REQUEST'): StorageFailure =>
  new StorageFailure(400, code, message);
/** Belief `kvs-condition-conflict`: which code and status a failed condition has is not documented. */
export const conflict = (message: string): StorageFailure =>
  new StorageFailure(409, 'TRANSACTION_CONFLICT', message);
