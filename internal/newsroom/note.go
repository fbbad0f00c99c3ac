package newsroom

import (
	"context"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// NoteOnClaim keeps a private remark and tells whom it names; the claim stays as
// it is.
func (r *Room) NoteOnClaim(ctx context.Context, by factcheck.Actor, id int64, text string) error {
	text, err := factcheck.CheckNote(text)
	if err != nil {
		return err
	}
	_, err = act(ctx, r, by, factcheck.NoteOnClaim, func(a *acting) (struct{}, error) {
		c, err := a.Claim(ctx, id)
		if err != nil {
			return struct{}{}, err
		}
		if err := a.note(ctx, id, text); err != nil {
			return struct{}{}, err
		}
		if err := a.DropDraft(ctx, by.ID, id, DraftNote); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, a.trace(ctx, "claim", id, c.Version, nil)
	})
	return err
}

// comment keeps what somebody wrote with an act as a private remark.
func (a *acting) comment(ctx context.Context, id int64, note string) (string, error) {
	if strings.TrimSpace(note) == "" {
		return "", nil
	}
	note, err := factcheck.CheckNote(note)
	if err != nil {
		return "", err
	}
	return note, a.note(ctx, id, note)
}

// note stores a remark that was checked, and tells whom it names.
func (a *acting) note(ctx context.Context, claim int64, text string) error {
	id, err := a.AddNote(ctx, claim, a.by.ID, text, a.now)
	if err != nil || !strings.Contains(text, "@") {
		return err
	}
	people, err := mentionable(ctx, &a.Queries)
	if err != nil {
		return err
	}
	var named []int64
	for _, m := range factcheck.Mentions(text, people) {
		named = append(named, m.Users...)
	}
	for _, user := range named {
		if err := a.AddMention(ctx, id, user); err != nil {
			return err
		}
	}
	return a.notify(ctx, factcheck.WasMentioned, claim, factcheck.Beginning(text), named...)
}

// mentionable are the people whom a note can name: those who can log in.
func mentionable(ctx context.Context, q *store.Queries) ([]factcheck.Mentionable, error) {
	users, err := q.Users(ctx)
	var people []factcheck.Mentionable
	for _, u := range users {
		if !u.Disabled {
			people = append(people, factcheck.Mentionable{ID: u.ID, Name: u.Name})
		}
	}
	return people, err
}

// Notes are the private remarks on a claim, newest first.
func (r *Room) Notes(ctx context.Context, id int64) ([]factcheck.Note, error) {
	return read(ctx, r, func(q *store.Queries) ([]factcheck.Note, error) { return q.Notes(ctx, id) })
}
