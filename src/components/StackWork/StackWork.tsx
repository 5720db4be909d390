import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { ProfileFinding } from '../../adapters/ProfileAdapter';
import type { QueryState } from '../../hooks/useAdapterQuery';
import { useLayerContents, type LayerContents } from '../../hooks/useLayerContents';
import { useMacros } from '../../hooks/useMacros';
import { useStackChecks } from '../../hooks/useStackChecks';
import { useValuesCarry } from '../../hooks/useValuesCarry';
import { useVariableChecks } from '../../hooks/useVariableChecks';
import { useStableCallback } from '../../internal/useStableCallback';
import { checkLayerStack } from '../../model/dependencies';
import { checkLayers } from '../../model/diagnostics';
import type { LayerStack } from '../../model/layerStack';
import type { PackContent } from '../../model/packs';
import { applySeverities } from '../../model/severities';
import type { ProfileVariable } from '../../model/variables';
import { useBuilder } from '../ProfileBuilderProvider/BuilderContext';
import { useCheckSource } from '../ui/CheckGate';
import { StackCommandsContext, type StackCommands } from '../ui/StackCommands';
import { FindingsContext, type StackFindings } from './StackFindings';
import { useWeighedTexts } from './useWeighedTexts';

const ContentsContext = createContext<LayerContents>(new Map());
ContentsContext.displayName = 'LayerContentsContext';

export interface StackWorkProps {
  readonly stack: LayerStack;
  readonly commands: StackCommands;
  /** The variables as the backend has them, where the profile is saved already. @default none */
  readonly savedVariables?: readonly ProfileVariable[] | undefined;
  /** The backend's own check. @default it is not asked */
  readonly server?: QueryState<readonly ProfileFinding[]> | undefined;
  readonly children: ReactNode;
}

/**
 * Loads what the chosen versions bring along, checks all texts and variables in the background and
 * carries edits to newly chosen versions, whatever is shown.
 */
export function StackWork({ stack, commands, savedVariables, server, children }: StackWorkProps) {
  const { severities } = useBuilder();
  const contents = useLayerContents({ stack, send: commands.send });
  useValuesCarry({ stack, send: commands.send });
  const macroQuery = useMacros();
  const macros = useMemo(() => macroQuery.data?.map(({ name }) => name) ?? null, [macroQuery.data]);
  const texts = useStackChecks({ stack, contents, macros });
  const variables = useVariableChecks({ variables: stack.variables, saved: savedVariables });
  const { layers } = stack;
  const dependencies = useMemo(
    () => checkLayerStack({ layers }, loadedContents(contents)),
    [layers, contents],
  );
  const known = useMemo(
    () => applySeverities([...checkLayers(stack), ...dependencies], severities),
    [stack, dependencies, severities],
  );
  const byText = useWeighedTexts(texts.byText, severities);
  const weighedServer = useMemo(
    () =>
      server?.data === undefined
        ? server
        : { ...server, data: applySeverities(server.data, severities) },
    [server, severities],
  );
  const retry = useStableCallback(() => {
    void texts.settle();
    if (variables.status === 'failed') variables.retry();
  });
  const status = worse(texts.status, variables.status);
  const { findings: textFindings, checkedText, check } = texts;
  const { findings: variableFindings } = variables;
  const value = useMemo<StackFindings>(
    () => ({
      stack,
      findings: [...known, ...applySeverities(textFindings, severities)],
      variables: applySeverities(variableFindings, severities),
      server: weighedServer,
      status,
      retry,
      byText,
      checkedText,
      checkText: check,
      macros,
    }),
    [
      stack,
      known,
      textFindings,
      variableFindings,
      severities,
      weighedServer,
      status,
      retry,
      byText,
      checkedText,
      check,
      macros,
    ],
  );
  useCheckSource('page', async (signal) => {
    const now = commands.getStack();
    const [settledTexts, settledVariables] = await Promise.all([
      texts.settle(signal, now),
      variables.settle(now.variables, signal),
    ]);
    const choices = [...checkLayers(now), ...checkLayerStack(now, loadedContents(contents))];
    return [
      ...applySeverities([...choices, ...settledTexts], severities),
      ...applySeverities(settledVariables, severities),
    ];
  });
  return (
    <StackCommandsContext.Provider value={commands}>
      <ContentsContext.Provider value={contents}>
        <FindingsContext.Provider value={value}>{children}</FindingsContext.Provider>
      </ContentsContext.Provider>
    </StackCommandsContext.Provider>
  );
}

type Status = StackFindings['status'];

/** Of what is still being checked, nobody knows yet whether it fails. */
function worse(one: Status, other: Status): Status {
  const both = [one, other];
  if (both.includes('checking')) return 'checking';
  return both.includes('failed') ? 'failed' : 'ready';
}

/** What the chosen versions bring along, by layer. */
export function useContents(): LayerContents {
  return useContext(ContentsContext);
}

const loaded = new WeakMap<LayerContents, ReadonlyMap<string, PackContent>>();

/** The contents that are there. The same map for the same contents. */
export function loadedContents(contents: LayerContents): ReadonlyMap<string, PackContent> {
  const known = loaded.get(contents);
  if (known !== undefined) return known;
  const map = new Map(
    [...contents].flatMap(([layerId, { data }]) =>
      data === undefined ? [] : [[layerId, data] as const],
    ),
  );
  loaded.set(contents, map);
  return map;
}
