/** Stands for a secret in every answer; sent back, it keeps the stored one. Its length says nothing about the secret's. */
export const SECRET_MASK = '********';
