"""Who is signed in where: connections, the keyring, the ways to sign in."""
