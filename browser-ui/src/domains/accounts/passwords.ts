/** The server's own rule; it knows more of them, and says so. */
export const LEAST_PASSWORD = 15;
