/** A file of reference data that does not fit its shape. The message names the file and every place. */
export class UnfitData extends Error {}
