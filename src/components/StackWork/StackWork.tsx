import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useLayerContents, type LayerContents } from '../../hooks/useLayerContents';
import { useMacros } from '../../hooks/useMacros';
import { useStackChecks, type StackChecks } from '../../hooks/useStackChecks';
import { useValuesCarry } from '../../hooks/useValuesCarry';
import { checkLayerStack } from '../../model/dependencies';
import { checkLayers, type LayerDiagnostic } from '../../model/diagnostics';
import type { LayerStack } from '../../model/layerStack';
import type { PackContent } from '../../model/packs';
import { applySeverities } from '../../model/severities';
import { checkVariables } from '../../model/variableChecks';
import { useBuilder } from '../ProfileBuilderProvider/BuilderContext';
import { useCheckSource } from '../ui/CheckGate';
import { StackCommandsContext, type StackCommands } from '../ui/StackCommands';

/** What is known about the stack that is worked on, beside the stack itself. */
export interface StackFindings {
  /** The stack that the findings are about. */
  readonly stack: LayerStack;
  /** Structure, dependencies and texts together, with the host's severities. */
  readonly findings: readonly LayerDiagnostic[];
  /** `checking`: those of texts are still of an earlier text. */
  readonly status: StackChecks['status'];
  readonly byText: StackChecks['byText'];
  readonly checkedText: StackChecks['checkedText'];
  /** Checks a text that is too large to be checked unasked. */
  readonly checkText: StackChecks['check'];
  /** User macros; null where they are not known. */
  readonly macros: readonly string[] | null;
}

const ContentsContext = createContext<LayerContents>(new Map());
ContentsContext.displayName = 'LayerContentsContext';

const FindingsContext = createContext<StackFindings | null>(null);
FindingsContext.displayName = 'StackFindingsContext';

export interface StackWorkProps {
  readonly stack: LayerStack;
  readonly commands: StackCommands;
  readonly children: ReactNode;
}

/**
 * Loads what the chosen versions bring along, checks all texts in the background and carries edits
 * to newly chosen versions, whatever is shown.
 */
export function StackWork({ stack, commands, children }: StackWorkProps) {
  const { severities } = useBuilder();
  const contents = useLayerContents({ stack, send: commands.send });
  useValuesCarry({ stack, send: commands.send });
  const macroQuery = useMacros();
  const macros = useMemo(() => macroQuery.data?.map(({ name }) => name) ?? null, [macroQuery.data]);
  const checks = useStackChecks({ stack, contents, macros });
  const { layers } = stack;
  const dependencies = useMemo(
    () => checkLayerStack({ layers }, loadedContents(contents)),
    [layers, contents],
  );
  const known = useMemo(
    () => applySeverities([...checkLayers(stack), ...dependencies], severities),
    [stack, dependencies, severities],
  );
  const { status, findings: textFindings, byText, checkedText, check } = checks;
  const value = useMemo<StackFindings>(
    () => ({
      stack,
      findings: [...known, ...applySeverities(textFindings, severities)],
      status,
      byText,
      checkedText,
      checkText: check,
      macros,
    }),
    [stack, known, textFindings, severities, status, byText, checkedText, check, macros],
  );
  useCheckSource(async (signal) => {
    const now = commands.getStack();
    return [
      ...applySeverities(
        [
          ...checkLayers(now),
          ...checkLayerStack(now, loadedContents(contents)),
          ...(await checks.settle(signal, now)),
        ],
        severities,
      ),
      ...checkVariables(now.variables),
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

/** What the chosen versions bring along, by layer. */
export function useContents(): LayerContents {
  return useContext(ContentsContext);
}

/** What is known about a stack: outside of `StackWork` only what its choices tell. */
export function useFindings(stack: LayerStack): StackFindings {
  const known = useContext(FindingsContext);
  return useMemo(
    () =>
      known ?? {
        stack,
        findings: checkLayers(stack),
        status: 'ready',
        byText: NO_TEXTS,
        checkedText: () => null,
        checkText: () => undefined,
        macros: null,
      },
    [known, stack],
  );
}

const NO_TEXTS: StackChecks['byText'] = new Map();

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
