import { useMemo, type ReactNode } from 'react';
import { isEdited, layerValues, type LayerStack, type StackLayer } from '../../model/layerStack';
import type { Registry } from '../../model/packs';
import type { LayerDiagnostic } from '../../model/diagnostics';
import type { NameRefusal } from '../../model/infoChecks';
import { profileInfoSchema, type ProfileInfoValues } from '../../model/profileInfo';
import { applySeverities } from '../../model/severities';
import type { ProfileVariable } from '../../model/variables';
import type { ProfileFinding } from '../../adapters/ProfileAdapter';
import type { QueryState } from '../../hooks/useAdapterQuery';
import { useFindings } from '../StackWork/StackFindings';
import { formatTag } from '../../model/tags';
import { countChangedLines, lineCount } from '../../model/textChanges';
import { SlabLogo } from '../PackLogo/SlabLogo';
import { useBuilder, useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { Root } from '../ui/Root';
import { stackReviewMessages } from './messages';
import { Preflight } from './Preflight';
import type { ReviewTarget } from './ReviewTarget';
import { ReviewFact } from './ReviewFact';
import { StackResources } from './StackResources';

export interface StackReviewProps {
  readonly info: ProfileInfoValues;
  readonly stack: LayerStack;
  /** Shown as *Environment*. */
  readonly cloudName: string;
  /** Where the profile will be created, such as a project; left out where the host names none. */
  readonly scopeName?: string | undefined;
  /** For the names of the layers' registries. @default their uids */
  readonly registries?: readonly Registry[] | undefined;
  readonly nameRefusal?: NameRefusal | null | undefined;
  /** @default what the choices tell, or inside the flow all that is known */
  readonly findings?: readonly LayerDiagnostic[] | undefined;
  /** The backend's own check, as `useProfilePreflight` has it. @default it is not asked */
  readonly server?: QueryState<readonly ProfileFinding[]> | undefined;
  /** Called with the place to be edited. Without it the review is only shown. */
  readonly onEdit?: ((target: ReviewTarget) => void) | undefined;
  readonly className?: string | undefined;
}

/** Everything that will be created, on one page, with all that is still open. */
export function StackReview({
  info,
  stack,
  cloudName,
  scopeName,
  registries = [],
  nameRefusal = null,
  findings,
  server,
  onEdit,
  className,
}: StackReviewProps) {
  const known = useFindings(stack);
  const { severities } = useBuilder();
  const weighed = useMemo(
    () =>
      server?.data === undefined
        ? server
        : { ...server, data: applySeverities(server.data, severities) },
    [server, severities],
  );
  const messages = useMessages('StackReview', stackReviewMessages);
  const shared = useMessages('Shared', sharedMessages);
  const parsed = profileInfoSchema.safeParse(info);
  const version = parsed.success ? parsed.data.version : info.version;
  const tags = parsed.success ? parsed.data.tags.map(formatTag) : info.tags;
  return (
    <Root className={['cpb-StackReview', className].filter(Boolean).join(' ')}>
      <Preflight
        info={info}
        stack={stack}
        findings={findings ?? known.findings}
        variables={known.variables}
        status={known.status}
        retry={known.retry}
        server={weighed}
        cloudName={cloudName}
        nameRefusal={nameRefusal}
        onEdit={onEdit}
      />
      <Block
        title={messages.infoTitle}
        onEdit={
          onEdit &&
          (() => {
            onEdit({ stepId: 'info' });
          })
        }
      >
        <dl className="cpb-StackReview-facts">
          <ReviewFact term={messages.name}>{info.name.trim() || messages.none}</ReviewFact>
          <ReviewFact term={messages.version}>
            <span className="cpb-mono">{version}</span>
          </ReviewFact>
          <ReviewFact term={messages.type}>{shared.profileTypes[info.type]}</ReviewFact>
          <ReviewFact term={messages.description}>
            {info.description === '' ? messages.none : info.description}
          </ReviewFact>
          <ReviewFact term={messages.tags}>
            {tags.length === 0 ? (
              messages.none
            ) : (
              <span className="cpb-StackReview-tags">
                {tags.map((tag, index) => (
                  <Badge key={`${index}-${tag}`}>{tag}</Badge>
                ))}
              </span>
            )}
          </ReviewFact>
        </dl>
      </Block>
      <Block
        title={messages.cloudTitle}
        onEdit={
          onEdit &&
          (() => {
            onEdit({ stepId: 'cloud' });
          })
        }
      >
        <dl className="cpb-StackReview-facts">
          <ReviewFact term={messages.environment}>{cloudName}</ReviewFact>
          {scopeName === undefined ? null : (
            <ReviewFact term={messages.scope}>{scopeName}</ReviewFact>
          )}
        </dl>
      </Block>
      <Block
        title={messages.layersTitle}
        onEdit={
          onEdit &&
          (() => {
            onEdit({ stepId: 'layers', layerId: null });
          })
        }
      >
        <ol className="cpb-StackReview-layers" reversed>
          {stack.layers
            .map((layer) => (
              <li key={layer.id} className="cpb-Slab" data-kind={layer.kind}>
                <ReviewLayer stack={stack} layer={layer} registries={registries} onEdit={onEdit} />
              </li>
            ))
            .reverse()}
        </ol>
        <StackResources stack={stack} />
      </Block>
      {stack.variables.length === 0 ? null : (
        <Block
          title={messages.variablesTitle}
          onEdit={
            onEdit &&
            (() => {
              onEdit({ stepId: 'layers', layerId: null, opensVariables: true });
            })
          }
        >
          <VariableFacts variables={stack.variables} />
        </Block>
      )}
    </Root>
  );
}

function Block({
  title,
  onEdit,
  children,
}: {
  readonly title: string;
  readonly onEdit: (() => void) | undefined;
  readonly children: ReactNode;
}) {
  const messages = useMessages('StackReview', stackReviewMessages);
  return (
    <section className="cpb-StackReview-block">
      <div className="cpb-StackReview-head">
        <h4 className="cpb-StackReview-title">{title}</h4>
        {onEdit === undefined ? null : (
          <Button variant="quiet" aria-label={messages.editBlock(title)} onClick={onEdit}>
            {messages.edit}
          </Button>
        )}
      </div>
      {children}
    </section>
  );
}

function ReviewLayer({
  stack,
  layer,
  registries,
  onEdit,
}: {
  readonly stack: LayerStack;
  readonly layer: StackLayer;
  readonly registries: readonly Registry[];
  readonly onEdit: StackReviewProps['onEdit'];
}) {
  const messages = useMessages('StackReview', stackReviewMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { pack } = layer;
  const values = layerValues(stack, layer);
  const changed = useMemo(
    () =>
      values?.base == null || !isEdited(values) ? 0 : countChangedLines(values.base, values.text),
    [values],
  );
  const kindName = shared.layerNames[layer.kind];
  return (
    <>
      {pack === null ? (
        <span className="cpb-Slab-hole" aria-hidden="true" />
      ) : (
        <SlabLogo pack={pack} kind={layer.kind} cloudType={stack.cloudType} />
      )}
      <div className="cpb-Slab-text">
        <span className="cpb-Slab-kind">{kindName}</span>
        <span className="cpb-Slab-detail">
          {pack === null ? (
            messages.packMissing
          ) : (
            <>
              <span className="cpb-Slab-pack">{pack.displayName}</span>
              <span className="cpb-mono">{pack.version?.tag ?? ''}</span>
              {pack.version === null || pack.version.tag === pack.version.version ? null : (
                <span className="cpb-Slab-mark">{messages.followsGroup(pack.version.version)}</span>
              )}
            </>
          )}
        </span>
        {pack === null ? null : (
          <span className="cpb-StackReview-details">
            <span>
              {messages.registry(
                registries.find((registry) => registry.uid === pack.registryUid)?.name ??
                  pack.registryUid,
              )}
            </span>
            <span data-edited={changed > 0 ? '' : undefined}>
              {pack.isTyped
                ? messages.valuesOwn(lineCount(values?.text ?? ''))
                : changed > 0
                  ? messages.valuesEdited(changed)
                  : messages.valuesDefault}
            </span>
            {layer.manifests.length === 0 ? null : (
              <span>
                {messages.manifests(shared.list(layer.manifests.map((manifest) => manifest.name)))}
              </span>
            )}
          </span>
        )}
      </div>
      {onEdit === undefined ? null : (
        <Button
          variant="quiet"
          aria-label={messages.editBlock(kindName)}
          onClick={() => {
            onEdit({ stepId: 'layers', layerId: layer.id });
          }}
        >
          {messages.edit}
        </Button>
      )}
    </>
  );
}

function VariableFacts({ variables }: { readonly variables: readonly ProfileVariable[] }) {
  const messages = useMessages('StackReview', stackReviewMessages);
  return (
    <dl className="cpb-StackReview-facts">
      {variables.map(({ name, displayName, defaultValue, isSensitive }, index) => (
        <ReviewFact key={`${index}-${name}`} term={displayName || name}>
          {defaultValue === '' ? (
            messages.noDefault
          ) : (
            <span className="cpb-mono">{isSensitive ? messages.maskedDefault : defaultValue}</span>
          )}
        </ReviewFact>
      ))}
    </dl>
  );
}
