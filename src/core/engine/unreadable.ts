/**
 * An answer that cannot be read for what it is: too long, no JSON, nested too deep. Whoever knows the
 * call turns it into a `ContractError`; the message is fit for that and quotes nothing of the answer.
 */
export class UnreadableAnswer extends Error {}
