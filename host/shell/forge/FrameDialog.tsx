import ModalDialog, { CloseButton, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { useRef } from 'react';
import { ForgeFrame } from '../../bridge/page/ForgeFrame';
import { type ModalOptions, type Place } from '../../bridge/page/surroundings';
import { Skeleton } from '../parts/Skeleton';
import { Trouble } from '../parts/Trouble';
import { measuresOf } from './modal-size';

interface Props {
  readonly place: Place;
  readonly options: ModalOptions;
  readonly onGone: () => void;
}

/** A dialog of the app (`new Modal().open()`): the same module once more, told apart by `extension.modal`. */
export function FrameDialog({ place, options, onGone }: Props) {
  const whenClosed = useRef<(() => unknown) | null>(null);
  const { width, height } = measuresOf(options.size);
  const close = (payload?: unknown): void => {
    onGone();
    void Promise.resolve(whenClosed.current?.()).catch(() => undefined);
    void Promise.resolve(options.onClose(payload)).catch(() => undefined);
  };
  return (
    <ModalDialog
      width={width}
      label={options.title || 'Dialog of the app'}
      shouldCloseOnEscapePress={options.closeOnEscape}
      shouldCloseOnOverlayClick={options.closeOnOverlayClick}
      onClose={() => close()}
    >
      {options.title && (
        <ModalHeader>
          <ModalTitle>{options.title}</ModalTitle>
          <CloseButton onClick={() => close()} />
        </ModalHeader>
      )}
      <div className="frame-dialog" style={{ blockSize: `min(${height}, calc(100vh - 140px))` }}>
        <ForgeFrame
          place={place}
          title={options.title || 'Dialog of the app'}
          fills
          close={close}
          onClose={(callback) => {
            whenClosed.current = callback;
          }}
          onEscape={() => options.closeOnEscape && close()}
          waiting={<Skeleton lines={[40, 90, 90, 60]} label="Opening the dialog" />}
          refused={(message, tryAgain) => (
            <Trouble error={new Error(message)} onTryAgain={tryAgain} />
          )}
        />
      </div>
    </ModalDialog>
  );
}
