import { type FullContext } from '@forge/bridge';
import { type ReactElement } from 'react';

/** The page of a module, by the module's key in the manifest, its entry point and the dialog it is opened as. */
export async function openPage({ moduleKey, extension }: FullContext): Promise<ReactElement> {
  switch (moduleKey) {
    case 'ticket-panel':
      if (extension.modal?.modal === 'request-response') {
        const { RequestResponse } = await import('./ticket-panel/RequestResponse');
        return <RequestResponse issueId={extension.issue?.id} />;
      } else {
        const { TicketPanel } = await import('./ticket-panel/TicketPanel');
        return <TicketPanel issueId={extension.issue?.id} />;
      }
    case 'my-asks-gadget':
      // Forge: the edit view of a gadget is the same resource with entryPoint 'edit'
      // (https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-dashboard-gadget/).
      if (extension.entryPoint === 'edit') {
        const { EditMyAsks } = await import('./my-asks/EditMyAsks');
        return <EditMyAsks saved={extension.gadgetConfiguration} />;
      } else {
        const { MyAsks } = await import('./my-asks/MyAsks');
        return <MyAsks saved={extension.gadgetConfiguration} gadgetId={extension.gadget?.id} />;
      }
    case 'follow-ups': {
      const { FollowUps } = await import('./procedures/access-request/FollowUps');
      return <FollowUps issueId={extension.issue?.id} />;
    }
    case 'hybrid-account': {
      const { HybridAccount } = await import('./procedures/hybrid-account/HybridAccount');
      return <HybridAccount issueId={extension.issue?.id} />;
    }
    case 'key-account': {
      const { KeyAccount } = await import('./procedures/key-account/KeyAccount');
      return <KeyAccount issueId={extension.issue?.id} />;
    }
    case 'key-accounts': {
      const { KeyAccounts } = await import('./procedures/key-account/overview/KeyAccounts');
      return <KeyAccounts />;
    }
    case 'change-request': {
      const { ChangeRequest } = await import('./procedures/change-request/ChangeRequest');
      return <ChangeRequest issueId={extension.issue?.id} />;
    }
    case 'change-request-portal': {
      const { Portal } = await import('./portal/Portal');
      return <Portal />;
    }
    case 'relay-settings': {
      const { Settings } = await import('./settings/Settings');
      return <Settings />;
    }
    default: {
      const { ProblemMessage } = await import('./shared/ProblemMessage');
      return (
        <ProblemMessage
          problem={{
            code: 'misconfigured',
            message: `Account Relay has no page for the module "${moduleKey}".`,
            remedy: 'Deploy the manifest and the pages of the same version.',
          }}
        />
      );
    }
  }
}
