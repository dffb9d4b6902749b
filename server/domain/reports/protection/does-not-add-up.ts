/** Tables that no world fits: at one snapshot a fault; over several, a figure was corrected that should only grow. */
export class DoesNotAddUp extends Error {}
