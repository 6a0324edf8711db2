import type { Handlers } from '@forge/resolver';
import { importConfiguration, readConfiguration } from '../../../app/configuration/import';
import type { ConfigurationApi } from '../../../contract/configuration';
import { cataloguesForViewer } from '../../ports';
import { answering } from '../answering';
import { parse, shapes } from '../../../app/input';

export const configuration: Handlers<ConfigurationApi> = {
  'configuration.get': answering(({ ports }) =>
    readConfiguration(ports, cataloguesForViewer().viewer),
  ),
  'configuration.import': answering(({ payload, ports }) => {
    const { configuration, dryRun, comment, into, expectedVersion } = parse(
      shapes.configuration,
      payload,
    );
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
