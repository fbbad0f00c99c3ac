package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
)

// notify tells people of something on a claim (0: on none), but for whoever did
// it, and each once. 0 among the users is nobody.
func (a *acting) notify(ctx context.Context, kind factcheck.NotificationKind, claim int64, text string, users ...int64) error {
	told := map[int64]bool{0: true, a.by.ID: true}
	for _, user := range users {
		if told[user] {
			continue
		}
		told[user] = true
		n := factcheck.Notification{UserID: user, Kind: kind, ClaimID: claim, ByID: a.by.ID, Text: text, At: a.now}
		if _, err := a.AddNotification(ctx, n); err != nil {
			return err
		}
	}
	return nil
}
