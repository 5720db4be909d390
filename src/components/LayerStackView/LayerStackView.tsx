import { countSeverities, shownFindings, type LayerDiagnostic } from '../../model/diagnostics';
import { isEdited, layerValues, type LayerStack, type StackLayer } from '../../model/layerStack';
import { findingsOfLayer } from '../StackWork/serverFindings';
import { useFindings } from '../StackWork/StackFindings';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { SlabLogo } from '../PackLogo/SlabLogo';
import { Icon } from '../ui/Icon';
import { sharedMessages } from '../ui/messages';
import { ProblemCounts } from '../ui/ProblemCounts';
import { Root } from '../ui/Root';
import { layerStackViewMessages } from './messages';

export interface LayerStackViewProps {
  readonly stack: LayerStack;
  /** The layer that is open. @default none */
  readonly activeLayerId?: string | null | undefined;
  /** The layer that something beside the stack is about. @default none */
  readonly shownLayerId?: string | null | undefined;
  /** Called with the layer to be opened. Without it the stack is only shown. */
  readonly onSelect?: ((layerId: string) => void) | undefined;
  /** Called with the layer that pointer or focus is on. */
  readonly onPoint?: ((layerId: string) => void) | undefined;
  /** @default what the choices tell, or inside the flow all that is known */
  readonly findings?: readonly LayerDiagnostic[] | undefined;
  /** What is missing in these layers is counted; @default all layers */
  readonly refusedLayerIds?: readonly string[] | undefined;
  /** `large` shows each layer as a row of its own width, with what was edited. @default 'compact' */
  readonly size?: 'compact' | 'large' | undefined;
  readonly className?: string | undefined;
}

/** The layers as the stack they are: the Operating System at the bottom, Storage on top. */
export function LayerStackView({
  stack,
  activeLayerId = null,
  shownLayerId = null,
  onSelect,
  onPoint,
  findings: given,
  refusedLayerIds,
  size = 'compact',
  className,
}: LayerStackViewProps) {
  const messages = useMessages('LayerStackView', layerStackViewMessages);
  const known = useFindings(stack);
  const findings = given ?? known.findings;
  const server = given === undefined ? known.server?.data : undefined;
  const shown = refusedLayerIds === undefined ? findings : shownFindings(findings, refusedLayerIds);
  const { layers } = stack;
  return (
    <Root
      className={['cpb-LayerStackView', className].filter(Boolean).join(' ')}
      data-size={size}
      data-dense={layers.length > 6 ? '' : undefined}
    >
      <ol className="cpb-LayerStackView-list" reversed aria-label={messages.label}>
        {layers
          .map((layer, index) => (
            <li key={layer.id} className="cpb-LayerStackView-item">
              <Slab
                stack={stack}
                layer={layer}
                position={index + 1}
                isCurrent={layer.id === activeLayerId}
                isShown={layer.id === shownLayerId}
                problems={countSeverities([
                  ...shown.filter(({ layerId }) => layerId === layer.id),
                  ...findingsOfLayer(stack, layer.id, server),
                ])}
                onSelect={onSelect}
                onPoint={onPoint}
              />
            </li>
          ))
          .reverse()}
      </ol>
    </Root>
  );
}

interface SlabProps {
  readonly stack: LayerStack;
  readonly layer: StackLayer;
  readonly position: number;
  readonly isCurrent: boolean;
  readonly isShown: boolean;
  readonly problems: ReturnType<typeof countSeverities>;
  readonly onSelect: ((layerId: string) => void) | undefined;
  readonly onPoint: ((layerId: string) => void) | undefined;
}

function Slab({
  stack,
  layer,
  position,
  isCurrent,
  isShown,
  problems,
  onSelect,
  onPoint,
}: SlabProps) {
  const messages = useMessages('LayerStackView', layerStackViewMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { pack } = layer;
  const kindName = shared.layerNames[layer.kind];
  const valuesEdited = isEdited(layerValues(stack, layer));
  const content = (
    <>
      <span className="cpb-Slab-number" aria-hidden="true">
        {position}
      </span>
      {pack === null ? (
        <span className="cpb-Slab-hole" aria-hidden="true" />
      ) : (
        <SlabLogo pack={pack} kind={layer.kind} cloudType={stack.cloudType} />
      )}
      <span className="cpb-Slab-text">
        {/* The name is made of what is shown, the position in front of it. */}
        <span className="cpb-visually-hidden">
          {`${messages.layerPrefix(position, stack.layers.length, kindName)} `}
        </span>
        <span className="cpb-Slab-kind" aria-hidden="true">
          {kindName}
        </span>
        <span className="cpb-Slab-detail">
          {pack === null ? (
            <span className="cpb-Slab-empty">{messages.notChosen}</span>
          ) : (
            <>
              <span className="cpb-Slab-pack">{pack.displayName}</span>{' '}
              <span className="cpb-mono">{pack.version?.tag ?? messages.noVersion}</span>
            </>
          )}
          {valuesEdited ? (
            <span className="cpb-Slab-mark">
              {' '}
              <Icon name="edit" />
              {messages.edited}
            </span>
          ) : null}
          {layer.manifests.length === 0 ? null : (
            <span className="cpb-Slab-mark">
              {' '}
              <Icon name="file" />
              {messages.manifestCount(layer.manifests.length)}
            </span>
          )}
          <ProblemCounts {...problems} />
        </span>
      </span>
    </>
  );
  const state = {
    className: 'cpb-Slab',
    'data-kind': layer.kind,
    'data-empty': pack === null ? '' : undefined,
    'data-current': isCurrent ? '' : undefined,
    'data-shown': isShown ? '' : undefined,
    'data-invalid': problems.errors > 0 ? '' : undefined,
  };
  if (onSelect === undefined) return <div {...state}>{content}</div>;
  return (
    <button
      {...state}
      type="button"
      aria-current={isCurrent ? 'true' : undefined}
      onClick={() => {
        onSelect(layer.id);
      }}
      onPointerEnter={() => onPoint?.(layer.id)}
      onFocus={() => onPoint?.(layer.id)}
    >
      {content}
    </button>
  );
}
