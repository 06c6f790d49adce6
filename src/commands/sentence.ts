/** What an error says, for a person. */
export const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error));
