import {
  AdapterContext,
  toChosenPack,
  toChosenVersion,
  useLayerChoice,
  useLayerContents,
  useProfileInfoForm,
  useProfileNameCheck,
  useProfileWizard,
  useProviders,
  useStoreSelector,
  type ProfileWizardCommands,
} from 'cluster-profile-builder/headless';
import {
  checkLayer,
  findLayer,
  layerValues,
  valuesTextId,
  type StackLayer,
} from 'cluster-profile-builder/model';
import type { ProfileAdapter } from 'cluster-profile-builder/adapters';
import { useState, type SubmitEvent } from 'react';

/** The whole flow in bare HTML: nothing of ours but hooks and rules. */
export function BareHtmlWizard({ adapter }: { readonly adapter: ProfileAdapter }) {
  return (
    <AdapterContext.Provider value={adapter}>
      <Wizard />
    </AdapterContext.Provider>
  );
}

function Wizard() {
  const wizard = useProfileWizard();
  const state = useStoreSelector(wizard.store, (current) => current);
  useLayerContents({ stack: state.stack, send: wizard.send });

  if (state.save.phase === 'saved') {
    return (
      <main>
        <h1>Profile created</h1>
        <p>
          {state.save.profile.name} {state.save.profile.version} ({state.save.uid})
        </p>
        <button type="button" onClick={wizard.restart}>
          Create another
        </button>
      </main>
    );
  }
  return (
    <main>
      <h1>Create cluster profile</h1>
      {state.stepId === 'info' ? <Info wizard={wizard} /> : null}
      {state.stepId === 'cloud' ? <Cloud wizard={wizard} /> : null}
      {state.stepId === 'layers' ? <Layers wizard={wizard} /> : null}
      {state.stepId === 'review' ? <Review wizard={wizard} /> : null}
      {state.stepId === 'info' ? null : (
        <button type="button" onClick={wizard.back}>
          Back
        </button>
      )}
      {state.stepId === 'cloud' || state.stepId === 'layers' ? (
        <button type="button" onClick={wizard.next}>
          Next
        </button>
      ) : null}
    </main>
  );
}

interface PartProps {
  readonly wizard: ProfileWizardCommands;
}

function Info({ wizard }: PartProps) {
  const form = useProfileInfoForm({
    defaultValues: wizard.store.getState().info,
    onValuesChange: (info) => {
      wizard.send({ type: 'infoChanged', info });
    },
  });
  const info = useStoreSelector(wizard.store, (state) => state.info);
  const check = useProfileNameCheck({ name: info.name.trim(), version: info.version });
  const { errors } = form.formState;
  const submit = (event: SubmitEvent) => {
    void form.handleSubmit(() => {
      wizard.next();
    })(event);
  };
  return (
    <form onSubmit={submit} noValidate>
      <h2>Basic information</h2>
      <p>
        <label>
          Name <input {...form.register('name')} aria-invalid={errors.name !== undefined} />
        </label>
        {errors.name === undefined ? null : <strong role="alert">{errors.name.message}</strong>}
        {check.status === 'taken' ? <em> This name and version exist.</em> : null}
      </p>
      <p>
        <label>
          Version{' '}
          <input {...form.register('version')} aria-invalid={errors.version !== undefined} />
        </label>
        {errors.version === undefined ? null : (
          <strong role="alert">{errors.version.message}</strong>
        )}
      </p>
      <p>
        <label>
          Description <textarea {...form.register('description')} />
        </label>
      </p>
      <button type="submit">Next</button>
    </form>
  );
}

function Cloud({ wizard }: PartProps) {
  const { providers } = useProviders();
  const cloudType = useStoreSelector(wizard.store, (state) => state.stack.cloudType);
  return (
    <>
      <h2>Cloud type</h2>
      <label>
        Provider{' '}
        <select
          value={cloudType}
          onChange={(event) => {
            const provider = providers.find((one) => one.cloudType === event.target.value);
            if (provider !== undefined) wizard.send({ type: 'providerSelected', provider });
          }}
        >
          {providers.map((provider) => (
            <option key={provider.cloudType} value={provider.cloudType}>
              {provider.displayName}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function Layers({ wizard }: PartProps) {
  const stack = useStoreSelector(wizard.store, (state) => state.stack);
  const activeLayerId = useStoreSelector(wizard.store, (state) => state.activeLayerId);
  const layer = activeLayerId === null ? null : findLayer(stack, activeLayerId);
  if (layer !== null) return <Layer key={layer.id} wizard={wizard} layer={layer} />;
  return (
    <>
      <h2>Profile stack</h2>
      <ol reversed>
        {stack.layers.toReversed().map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => {
                wizard.openLayer(one.id);
              }}
            >
              {one.kind}: {one.pack?.displayName ?? 'nothing'} {one.pack?.version?.tag}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

function Layer({ wizard, layer }: PartProps & { readonly layer: StackLayer }) {
  const stack = useStoreSelector(wizard.store, (state) => state.stack);
  const isRefused = useStoreSelector(wizard.store, (state) => state.refused.includes(layer.id));
  const choice = useLayerChoice({
    layer,
    cloudType: stack.cloudType,
    text: '',
    onChoice: wizard.send,
  });
  const { pack } = layer;
  const textId = valuesTextId(layer);
  const values = layerValues(stack, layer);
  return (
    <>
      <h2>
        Layer {stack.layers.indexOf(layer) + 1} of {stack.layers.length}: {layer.kind}
      </h2>
      {isRefused
        ? checkLayer(stack, layer).map((found) => (
            <p key={found.code} role="alert">
              {found.code}
            </p>
          ))
        : null}
      <p>
        <label>
          Registry{' '}
          <select
            value={choice.registry?.uid ?? ''}
            onChange={(event) => {
              wizard.send({
                type: 'registrySelected',
                layerId: layer.id,
                registryUid: event.target.value,
              });
            }}
          >
            {choice.registries.data?.map((registry) => (
              <option key={registry.uid} value={registry.uid} disabled={!registry.isSearchable}>
                {registry.name}
              </option>
            ))}
          </select>
        </label>
      </p>
      <p>
        <label>
          Pack{' '}
          <select
            value={pack?.name ?? ''}
            onChange={(event) => {
              const chosen = choice.catalog.packs.find((one) => one.name === event.target.value);
              if (chosen === undefined) return;
              wizard.send({
                type: 'packSelected',
                layerId: layer.id,
                pack: toChosenPack(chosen),
              });
            }}
          >
            <option value="">Choose a pack</option>
            {choice.catalog.packs.map((one) => (
              <option key={one.name} value={one.name} disabled={one.state !== 'active'}>
                {one.displayName}
              </option>
            ))}
          </select>
        </label>
      </p>
      {pack === null ? null : (
        <p>
          <label>
            Version{' '}
            <select
              value={pack.version?.tag ?? ''}
              onChange={(event) => {
                const tag = choice.pack.data?.tags.find((one) => one.tag === event.target.value);
                if (tag === undefined) return;
                wizard.send({
                  type: 'versionSelected',
                  layerId: layer.id,
                  version: toChosenVersion(tag, pack),
                });
              }}
            >
              {choice.pack.data?.tags.map((tag) => (
                <option key={tag.tag} value={tag.tag}>
                  {tag.tag === tag.version ? tag.tag : `${tag.tag} (${tag.version} today)`}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
      {values === null || textId === null ? null : (
        <p>
          <label>
            Values{' '}
            <textarea
              rows={12}
              cols={80}
              value={values.text}
              onChange={(event) => {
                wizard.send({ type: 'textCommitted', textId, text: event.target.value });
              }}
            />
          </label>
        </p>
      )}
    </>
  );
}

function Review({ wizard }: PartProps) {
  const info = useStoreSelector(wizard.store, (state) => state.info);
  const stack = useStoreSelector(wizard.store, (state) => state.stack);
  const save = useStoreSelector(wizard.store, (state) => state.save);
  const [wasPressed, setPressed] = useState(false);
  return (
    <>
      <h2>Review</h2>
      <dl>
        <dt>Name</dt>
        <dd>{info.name}</dd>
        <dt>Environment</dt>
        <dd>{stack.cloudType}</dd>
        {stack.layers.map((layer) => (
          <div key={layer.id}>
            <dt>{layer.kind}</dt>
            <dd>
              {layer.pack?.displayName} {layer.pack?.version?.tag}
            </dd>
          </div>
        ))}
      </dl>
      {save.phase === 'failed' ? <p role="alert">{save.error.code}</p> : null}
      <button
        type="button"
        disabled={wasPressed && save.phase === 'saving'}
        onClick={() => {
          setPressed(true);
          void wizard.finish();
        }}
      >
        Finish
      </button>{' '}
    </>
  );
}
