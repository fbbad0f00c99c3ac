package newsroom

import (
	"context"
	"slices"

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

// sender is who sent a claim for review; 0 when nobody did, or the console.
func sender(c *factcheck.Claim) int64 {
	if author := c.Author(); author != nil {
		return author.UserID
	}
	return 0
}

// signersOf are those whose signatures hold for a claim in review as it is now.
func signersOf(c *factcheck.Claim) []int64 {
	if c.Status != factcheck.InReview {
		return nil
	}
	var users []int64
	for _, s := range c.Signatures {
		if s.Kind != factcheck.ApprovedBy && c.Signed(s.UserID) {
			users = append(users, s.UserID)
		}
	}
	return users
}

// askToAgree tells those whose signatures held until a change in review voided
// them.
func (a *acting) askToAgree(ctx context.Context, c *factcheck.Claim, signers []int64) error {
	if c.Status != factcheck.InReview {
		return nil
	}
	void := slices.DeleteFunc(signers, c.Signed)
	return a.notify(ctx, factcheck.AskedToAgree, c.ID, "", void...)
}
