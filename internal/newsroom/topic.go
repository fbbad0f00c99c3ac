package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// PublicTopics are the topics that ever had a published check, by name.
func (r *Room) PublicTopics(ctx context.Context) ([]TopicCount, error) {
	return read(ctx, r, func(q *store.Queries) ([]TopicCount, error) { return q.PublicTopics(ctx) })
}

// PublicTopic is one of them by its slug; a *Moved error when it has another by
// now, or was merged into another topic.
func (r *Room) PublicTopic(ctx context.Context, slug string) (factcheck.TopicEntry, error) {
	t, err := read(ctx, r, func(q *store.Queries) (factcheck.TopicEntry, error) { return q.PublicTopic(ctx, slug) })
	if err == nil && t.Slug != slug {
		return t, &Moved{Slug: t.Slug}
	}
	return t, err
}

// followed is a filter whose topic and claimant are those that readers find
// under these slugs today; slugs of nothing stay as they are.
func (f PublicFilter) followed(ctx context.Context, q *store.Queries) (PublicFilter, error) {
	if f.Topic != "" {
		t, err := q.PublicTopic(ctx, f.Topic)
		switch {
		case err == nil:
			f.Topic = t.Slug
		case factcheck.KindOf(err) != factcheck.NotFound:
			return f, err
		}
	}
	if f.Claimant == "" {
		return f, nil
	}
	m, err := q.PublicClaimant(ctx, f.Claimant)
	switch {
	case err == nil:
		f.Claimant = m.Slug
	case factcheck.KindOf(err) != factcheck.NotFound:
		return f, err
	}
	return f, nil
}

// Followed is the filter with the slugs that its topic and its claimant have
// today.
func (r *Room) Followed(ctx context.Context, f PublicFilter) (PublicFilter, error) {
	return read(ctx, r, func(q *store.Queries) (PublicFilter, error) { return f.followed(ctx, q) })
}

// TopicEntries are all topics of the desk but those that were merged into
// others, by name.
func (r *Room) TopicEntries(ctx context.Context) ([]factcheck.TopicEntry, error) {
	return read(ctx, r, func(q *store.Queries) ([]factcheck.TopicEntry, error) { return q.TopicEntries(ctx) })
}

// TopicEntry is the topic with this id, and those that were merged into it.
func (r *Room) TopicEntry(ctx context.Context, id int64) (factcheck.TopicEntry, []factcheck.TopicEntry, error) {
	var in []factcheck.TopicEntry
	t, err := read(ctx, r, func(q *store.Queries) (t factcheck.TopicEntry, err error) {
		if t, err = q.TopicEntry(ctx, id); err == nil {
			in, err = q.TopicsIn(ctx, id)
		}
		return t, err
	})
	return t, in, err
}

// EditTopic renames a topic or describes it. A new name gives it a new slug;
// the old one leads there. Version is that of the topic as it was seen.
func (r *Room) EditTopic(ctx context.Context, by factcheck.Actor, id, version int64, d factcheck.TopicDraft) (factcheck.TopicEntry, error) {
	d, err := d.Check()
	if err != nil {
		return factcheck.TopicEntry{}, err
	}
	return act(ctx, r, by, factcheck.EditTopic, func(a *acting) (factcheck.TopicEntry, error) {
		t, err := a.presentTopic(ctx, id, version)
		if err != nil || t.Name == d.Name && t.Description == d.Description {
			return t, err
		}
		if err := a.freeName(ctx, id, d.Name); err != nil {
			return t, err
		}
		if t.Name != d.Name {
			if t.Slug, err = a.TopicSlug(ctx, factcheck.Slug(d.Name), id); err != nil {
				return t, err
			}
		}
		t.Name, t.Description = d.Name, d.Description
		t.Version++
		a.public = true
		if err := a.SetTopic(ctx, t, a.now); err != nil {
			return t, err
		}
		return t, a.trace(ctx, "topic", id, t.Version, t)
	})
}

// presentTopic is a topic that nobody has changed since a version.
func (a *acting) presentTopic(ctx context.Context, id, version int64) (factcheck.TopicEntry, error) {
	t, err := a.TopicEntry(ctx, id)
	switch {
	case err != nil:
		return t, err
	case t.MergedInto != 0:
		return t, factcheck.Clash("The topic “%s” was merged into another one.", t.Name)
	case t.Version != version:
		return t, factcheck.Clash("Somebody has changed the topic meanwhile. Look at it as it is now.")
	}
	return t, nil
}

// freeName fails when another topic has a name.
func (a *acting) freeName(ctx context.Context, id int64, name string) error {
	other, err := a.TopicNamed(ctx, name)
	switch {
	case factcheck.KindOf(err) == factcheck.NotFound && err != nil:
		return nil
	case err != nil || other.ID == id:
		return err
	case other.MergedInto == id:
		return factcheck.Wrong("name", "“%s” was merged into this topic and leads here. Choose a name that was not used yet.", other.Name)
	case other.MergedInto != 0:
		return factcheck.Wrong("name", "“%s” was merged into another topic and leads there. Choose another name.", other.Name)
	}
	return factcheck.Wrong("name", "There is a topic of this name already. Merge the two instead.")
}

// MergeTopic puts all that has a topic under another one. Its slug and its name
// lead there from now on. Versions are those of both as they were seen.
func (r *Room) MergeTopic(ctx context.Context, by factcheck.Actor, id, version, into, intoVersion int64) (factcheck.TopicEntry, error) {
	return act(ctx, r, by, factcheck.MergeTopic, func(a *acting) (factcheck.TopicEntry, error) {
		if id == into {
			return factcheck.TopicEntry{}, factcheck.Wrong("into", "A topic cannot be merged into itself. Choose another one.")
		}
		t, err := a.presentTopic(ctx, id, version)
		if err != nil {
			return t, err
		}
		if _, err := a.presentTopic(ctx, into, intoVersion); err != nil {
			return t, orWrong(err, "into", "There is no topic with this number.")
		}
		t.Version++
		a.public = true
		if err := a.Tx.MergeTopic(ctx, t, into); err != nil {
			return t, err
		}
		if t, err = a.TopicEntry(ctx, id); err != nil {
			return t, err
		}
		if err := a.trace(ctx, "topic", id, t.Version, t); err != nil {
			return t, err
		}
		return a.TopicEntry(ctx, into)
	})
}
