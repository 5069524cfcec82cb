import { ask, type FormProblem, problemSentence, useAnnounce, useTask, useWords } from '@freehold/client/react/kit';
import type { Connector, SignInExperience } from '@freehold/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { boot } from '../../ui/boot.ts';
import { management } from '../management-client.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { openPage } from '../parts/console-link.tsx';
import { localized } from './localized.ts';
import { whatStops } from './what-stops.ts';

type Props = { readonly connector: Connector; readonly settings: SignInExperience; readonly onDeleted: () => void };

/** Removes a connector, after saying what stops with it. */
export function DeleteConnector({ connector, settings, onDeleted }: Props) {
  const words = useWords();
  const { text, rich, locale } = words;
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<FormProblem>();
  const { busy, run } = useTask();
  const announce = useAnnounce();
  const name = localized(connector.name, locale).text;

  function remove(): void {
    setProblem(undefined);
    void run(
      async () => {
        await ask(management.deleteConnector({ params: { id: connector.id } }));
        onDeleted();
        announce(text('connectors.deleted'));
        openPage('connectors', { replace: true });
        return undefined;
      },
      found => setProblem({ sentence: problemSentence(found, words), requestId: found.requestId }),
    );
  }

  return (
    <div>
      <Button variant="default" onClick={() => setAsked(true)}>
        {text('connectors.delete')}
      </Button>
      {asked ? (
        <ConfirmDialog
          title={rich('connectors.delete_title', { name })}
          lead={text('connectors.delete_stops')}
          action={text('connectors.delete')}
          busyAction={text('connectors.deleting')}
          danger
          busy={busy}
          problem={problem}
          onConfirm={remove}
          onClose={() => setAsked(false)}
        >
          <ul className="fh-consequences">
            {whatStops(connector, settings).map(what => (
              <li key={what}>{rich(`connectors.stops_${what}`, { name })}</li>
            ))}
          </ul>
          <p>{text(connector.type === 'Social' ? 'connectors.delete_links_stay' : 'connectors.delete_config_gone')}</p>
          {boot.development && connector.type !== 'Social' ? <p>{text('connectors.delete_inbox')}</p> : null}
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
