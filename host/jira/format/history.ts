import { jiraDate } from '../dates';
import { type History, type HistoryItem } from '../entities';
import { type World } from '../world';
import { formatAccount } from './people';

const formatItem = (item: HistoryItem): Record<string, unknown> => ({
  field: item.field,
  fieldtype: item.fieldtype,
  fieldId: item.fieldId,
  from: item.from,
  fromString: item.fromString,
  to: item.to,
  toString: item.toString,
});

/** One entry of the changelog. */
export const formatHistory = (world: World, history: History): Record<string, unknown> => ({
  id: history.id,
  author: formatAccount(world, history.author),
  created: jiraDate(history.created),
  items: history.items.map(formatItem),
  ...(history.metadata ? { historyMetadata: history.metadata } : {}),
});
