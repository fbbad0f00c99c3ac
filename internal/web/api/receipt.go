package api

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// Repeatable is a call that can be sent again without being done again.
type Repeatable struct {
	Key string `header:"Idempotency-Key" doc:"Any name for this call, at most 200 characters: sent again with the same body within 24 hours, it gets the same answer and is not done again."`
}

// longestKey is in bytes.
const longestKey = 200

// once does an act, or gives the answer that it had when it was first done.
// Encode makes the answer W of the act's result R; sent is what tells one
// request from another.
func once[R, W any](ctx context.Context, key, sent string, encode func(R) W, act func(context.Context) (R, error)) (W, error) {
	var answer W
	if key != "" {
		if len(key) > longestKey || factcheck.InvalidAt(key) >= 0 || strings.ContainsFunc(key, unicode.IsControl) {
			return answer, factcheck.Wrong("Idempotency-Key", "At most %d characters fit, and no control characters.", longestKey)
		}
		sum := sha256.Sum256([]byte(sent))
		ctx = newsroom.WithReceipt(ctx, newsroom.Receipt{Key: key, RequestHash: hex.EncodeToString(sum[:]), Encode: func(result any) ([]byte, error) {
			r, ok := result.(R)
			if !ok {
				return nil, fmt.Errorf("a receipt for %T was given %T", r, result)
			}
			return json.Marshal(encode(r))
		}})
	}
	result, err := act(ctx)
	var replay *newsroom.Replay
	if errors.As(err, &replay) {
		return answer, json.Unmarshal(replay.Answer, &answer)
	}
	if err != nil {
		return answer, err
	}
	return encode(result), nil
}

// sent is what tells this request from another under the same key.
func (k *call) sent() string {
	r := k.echo.Request()
	return r.Method + " " + r.URL.Path + "\n" + string(k.raw)
}
