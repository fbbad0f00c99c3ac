package newsroom

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"
)

// Argon2id as OWASP's Password Storage Cheat Sheet has it: 19 MiB, two passes,
// one lane. Two at once bound the memory that a storm of log-ins can take.
const (
	argonPasses, argonMemory, argonLanes = 2, 19 << 10, 1
	argonKey, argonSalt                  = 32, 16
	hashesAtOnce                         = 2
)

// hashing waits for one of the few places.
func (r *Room) hashing(ctx context.Context, password string, salt []byte) ([]byte, error) {
	select {
	case r.hashes <- struct{}{}:
		defer func() { <-r.hashes }()
		return argon2.IDKey([]byte(password), salt, argonPasses, argonMemory, argonLanes, argonKey), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// hashPassword is the password's argon2id hash in PHC string form.
func (r *Room) hashPassword(ctx context.Context, password string) (string, error) {
	salt := make([]byte, argonSalt)
	rand.Read(salt) //nolint:errcheck // it never fails
	key, err := r.hashing(ctx, password, salt)
	if err != nil {
		return "", err
	}
	b := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, argonMemory, argonPasses, argonLanes,
		b.EncodeToString(salt), b.EncodeToString(key)), nil
}

// samePassword tells whether the password fits the stored hash. Without one it
// hashes all the same, so that an unknown account takes as long as a known.
func (r *Room) samePassword(ctx context.Context, password, stored string) (bool, error) {
	salt, want := make([]byte, argonSalt), []byte(nil)
	if stored != "" {
		parts := strings.Split(stored, "$")
		if len(parts) != 6 {
			return false, errors.New("a stored password is not in PHC form")
		}
		var err1, err2 error
		salt, err1 = base64.RawStdEncoding.DecodeString(parts[4])
		want, err2 = base64.RawStdEncoding.DecodeString(parts[5])
		if err := errors.Join(err1, err2); err != nil {
			return false, fmt.Errorf("stored password: %w", err)
		}
	}
	key, err := r.hashing(ctx, password, salt)
	if err != nil {
		return false, err
	}
	return stored != "" && subtle.ConstantTimeCompare(key, want) == 1, nil
}

// secret is a new random token of 256 bits, and the hash that is stored of it.
func secret() (token, hash string) {
	b := make([]byte, 32)
	rand.Read(b) //nolint:errcheck // it never fails
	token = base64.RawURLEncoding.EncodeToString(b)
	return token, hashSecret(token)
}

func hashSecret(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}
