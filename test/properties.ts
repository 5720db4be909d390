import { configureGlobal } from 'fast-check';

/**
 * Properties draw the same cases in every run, so a run that fails does so for what was changed. New ones
 * are drawn with `PROPERTY_SEED=random`, and those of a failed run with the seed that it told.
 */
const given = process.env.PROPERTY_SEED;
const seed = given === undefined ? 1 : Number(given);
if (given !== 'random') configureGlobal({ seed });
