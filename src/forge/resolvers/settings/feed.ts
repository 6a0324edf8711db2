import { randomBytes } from 'node:crypto';
import { webTrigger } from '@forge/api';
import type { Handlers } from '@forge/resolver';
import { newFeedSecret, readFeed } from '../../../app/accounts/feed/feed';
import type { FeedApi } from '../../../contract/feed';
import { feedStore } from '../../../kvs/feed-store';
import { accountPorts } from '../../account-ports';
import { answering } from '../answering';

export const feed: Handlers<FeedApi> = {
  'feed.get': answering(async ({ ports }) =>
    readFeed(
      ports,
      await accountPorts('viewer', ports),
      feedStore,
      await webTrigger.getUrl('account-feed'),
    ),
  ),
  'feed.new-secret': answering(async ({ ports }) =>
    newFeedSecret(
      ports,
      await accountPorts('viewer', ports),
      feedStore,
      randomBytes(32).toString('base64url'),
    ),
  ),
};
