import { useMemo, type ReactNode } from 'react';
import { checkLayers } from '../../model/diagnostics';
import { isEdited, layerValues, type LayerStack, type StackLayer } from '../../model/layerStack';
import type { Registry } from '../../model/packs';
import {
  createProfileInfoSchema,
  profileInfoSchema,
  type ProfileInfoValues,
} from '../../model/profileInfo';
import { checkInfo, type NameRefusal } from '../../model/infoChecks';
import { type WizardStepId } from '../../model/profileWizard';
import { formatTag } from '../../model/tags';
import { countChangedLines, lineCount } from '../../model/textChanges';
import { SlabLogo } from '../PackLogo/SlabLogo';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { profileInfoFormMessages } from '../ProfileInfoForm/messages';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { sharedMessages } from '../ui/messages';
import { Root } from '../ui/Root';
import { stackReviewMessages } from './messages';
import { layerProblemText } from './problemText';

/** A place of the flow that the review leads back to. */
export type ReviewTarget =
  | { readonly stepId: Exclude<WizardStepId, 'review' | 'layers'> }
  | { readonly stepId: 'layers'; readonly layerId: string | null };

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
  onEdit,
  className,
}: StackReviewProps) {
  const messages = useMessages('StackReview', stackReviewMessages);
  const shared = useMessages('Shared', sharedMessages);
  const parsed = profileInfoSchema.safeParse(info);
  const version = parsed.success ? parsed.data.version : info.version;
  const tags = parsed.success ? parsed.data.tags.map(formatTag) : info.tags;
  return (
    <Root className={['cpb-StackReview', className].filter(Boolean).join(' ')}>
      <Problems
        info={info}
        stack={stack}
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
          <Fact term={messages.name}>{info.name.trim() || messages.none}</Fact>
          <Fact term={messages.version}>
            <span className="cpb-mono">{version}</span>
          </Fact>
          <Fact term={messages.type}>{shared.profileTypes[info.type]}</Fact>
          <Fact term={messages.description}>
            {info.description === '' ? messages.none : info.description}
          </Fact>
          <Fact term={messages.tags}>
            {tags.length === 0 ? (
              messages.none
            ) : (
              <span className="cpb-StackReview-tags">
                {tags.map((tag, index) => (
                  <Badge key={`${index}-${tag}`}>{tag}</Badge>
                ))}
              </span>
            )}
          </Fact>
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
          <Fact term={messages.environment}>{cloudName}</Fact>
          {scopeName === undefined ? null : <Fact term={messages.scope}>{scopeName}</Fact>}
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
      </Block>
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

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="cpb-StackReview-fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
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

function Problems({
  info,
  stack,
  cloudName,
  nameRefusal,
  onEdit,
}: {
  readonly info: ProfileInfoValues;
  readonly stack: LayerStack;
  readonly cloudName: string;
  readonly nameRefusal: NameRefusal | null;
  readonly onEdit: StackReviewProps['onEdit'];
}) {
  const messages = useMessages('StackReview', stackReviewMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { faults } = useMessages('ProfileInfoForm', profileInfoFormMessages);
  const parsed = useMemo(() => createProfileInfoSchema(faults).safeParse(info), [faults, info]);
  // The same findings in the same order, but in the host's words.
  const faultTexts = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
  const problems: {
    readonly tone: string;
    readonly text: string;
    readonly place: string;
    readonly target: ReviewTarget;
  }[] = [
    ...checkInfo({ info, nameRefusal }).map((found, index) => ({
      tone: 'error',
      text:
        faultTexts[index] ??
        (found.refusal?.reason === 'taken'
          ? messages.nameTaken(found.refusal.name, found.refusal.version)
          : messages.nameRefused),
      place: messages.infoTitle,
      target: { stepId: 'info' as const },
    })),
    ...checkLayers(stack).map((found) => ({
      tone: found.severity,
      text: layerProblemText(messages, found, cloudName),
      place: shared.layerNames[found.kind],
      target: { stepId: 'layers' as const, layerId: found.layerId },
    })),
  ];
  if (problems.length === 0) {
    return (
      <p className="cpb-StackReview-clear">
        <Icon name="check" />
        {messages.noProblems}
      </p>
    );
  }
  return (
    <section className="cpb-StackReview-problems">
      <h4 className="cpb-StackReview-title" tabIndex={-1} data-cpb-problems="">
        {messages.problemsTitle}
      </h4>
      <ul>
        {problems.map(({ tone, text, place, target }, index) => (
          <li key={index} className="cpb-StackReview-problem" data-tone={tone}>
            <Icon name={tone === 'error' ? 'error' : 'warning'} />
            <span>
              <strong>{messages.problemPlace(place)}</strong> {text}
            </span>
            {onEdit === undefined ? null : (
              <Button
                variant="quiet"
                onClick={() => {
                  onEdit(target);
                }}
              >
                {messages.goTo(place)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
