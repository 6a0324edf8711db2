import type { Handlers } from '@forge/resolver';
import * as v from 'valibot';
import { importConfiguration, readConfiguration } from '../../../app/configuration/import';
import type { ConfigurationApi } from '../../../contract/configuration';
import { cataloguesForViewer } from '../../ports';
import { answering } from '../answering';
import { parse, text } from '../../../app/input';

const importing = v.object({
  configuration: v.unknown(),
  dryRun: v.boolean('dryRun must be true or false.'),
  comment: v.optional(text('The comment', 500)),
  into: v.optional(v.literal('draft', 'A file goes into the draft, or in force.')),
  expectedVersion: v.optional(v.nullable(v.number('expectedVersion must be a number.'))),
});

export const configuration: Handlers<ConfigurationApi> = {
  'configuration.get': answering(({ ports }) =>
    readConfiguration(ports, cataloguesForViewer().viewer),
  ),
  'configuration.import': answering(({ payload, ports }) => {
    const { configuration, dryRun, comment, into, expectedVersion } = parse(importing, payload);
    const expecting = expectedVersion === undefined ? {} : { expectedVersion };
    return importConfiguration(ports, cataloguesForViewer(), {
      configuration,
      dryRun,
      comment: comment ?? '',
      into: into ?? 'force',
      ...expecting,
    });
  }),
};
