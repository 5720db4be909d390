import { useEffect, useId, useRef } from 'react';
import type {
  LayerFate,
  ProviderChangeLayer,
  ProviderChangePreview,
} from '../../model/providerChange';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { Icon, type IconName } from '../ui/Icon';
import { sharedMessages } from '../ui/messages';
import { providerPickerMessages, type ProviderPickerMessages } from './messages';

export interface ProviderChangePreviewPanelProps {
  readonly preview: ProviderChangePreview;
  /** Display names of what is chosen and of what is asked about. */
  readonly fromName: string;
  readonly toName: string;
  /** Moving on was refused, because it is not answered. */
  readonly isRefused: boolean;
  readonly onChange: () => void;
  readonly onKeep: () => void;
}

const ICONS: Record<LayerFate, IconName> = {
  stays: 'check',
  'other-file': 'check',
  'needs-version': 'edit',
  'falls-away': 'trash',
  loading: 'info',
  unknown: 'info',
};

/** What a change of the provider means for each layer, before it is made. */
export function ProviderChangePreviewPanel({
  preview,
  fromName,
  toName,
  isRefused,
  onChange,
  onKeep,
}: ProviderChangePreviewPanelProps) {
  const messages = useMessages('ProviderPicker', providerPickerMessages);
  const shared = useMessages('Shared', sharedMessages);
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // Below its card it may be out of view; the focus stays where the choice is made.
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, [toName, preview.isLoading]);
  return (
    <section
      ref={panel}
      className="cpb-ProviderChange"
      aria-labelledby={`${id}-title`}
      aria-describedby={isRefused ? `${id}-refused` : undefined}
      data-invalid={isRefused ? '' : undefined}
      // Where the focus goes while it stands in the way.
      data-cpb-question=""
      tabIndex={-1}
    >
      <div role="status">
        <h4 id={`${id}-title`} className="cpb-ProviderChange-title">
          {messages.askTitle(toName)}
        </h4>
        <p className="cpb-ProviderChange-intro">
          {preview.isLoading ? messages.asking(toName) : summaryOf(messages, preview.layers)}
        </p>
      </div>
      <ul className="cpb-ProviderChange-layers" aria-label={messages.layersAffected}>
        {preview.layers.map((layer) => (
          <li key={layer.layerId} className="cpb-ProviderChange-layer" data-fate={layer.fate}>
            {layer.fate === 'loading' ? (
              <span className="cpb-Spinner" aria-hidden="true" />
            ) : (
              <Icon name={ICONS[layer.fate]} />
            )}
            <span className="cpb-ProviderChange-name">
              {shared.labelled(
                shared.layerNames[layer.kind],
                [layer.packDisplayName, layer.version].filter(Boolean).join(' '),
              )}
            </span>
            <span className="cpb-ProviderChange-fate">{fateText(messages, layer, toName)}</span>
          </li>
        ))}
      </ul>
      {isRefused ? (
        <p className="cpb-Field-error" id={`${id}-refused`}>
          {messages.answerFirst(fromName, toName)}
        </p>
      ) : null}
      <div className="cpb-ProviderChange-actions">
        <Button onClick={onChange}>{messages.changeTo(toName)}</Button>
        <Button variant="quiet" onClick={onKeep}>
          {messages.keepProvider(fromName)}
        </Button>
      </div>
    </section>
  );
}

function fateText(
  messages: ProviderPickerMessages,
  { fate, nextVersion, isLayerGone }: ProviderChangeLayer,
  toName: string,
): string {
  const { fates } = messages;
  switch (fate) {
    case 'stays':
      return fates.stays;
    case 'other-file':
      return fates.otherFile;
    case 'needs-version':
      return nextVersion === null ? fates.needsVersion : fates.getsVersion(nextVersion.tag);
    case 'falls-away':
      return isLayerGone ? fates.layerGone(toName) : fates.fallsAway(toName);
    case 'loading':
      return fates.loading;
    case 'unknown':
      return fates.unknown;
    default:
      return fate satisfies never;
  }
}

function summaryOf(
  messages: ProviderPickerMessages,
  layers: readonly ProviderChangeLayer[],
): string {
  const count = (...fates: readonly LayerFate[]) =>
    layers.filter(({ fate }) => fates.includes(fate)).length;
  return messages.askSummary({
    stay: count('stays', 'other-file'),
    change: count('needs-version'),
    go: count('falls-away'),
    unknown: count('unknown', 'loading'),
  });
}
