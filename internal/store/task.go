package store

import (
	"context"
	"database/sql"
	"time"

	"claimdesk/internal/factcheck"
)

// openTasks are those that are still to be done: all for whoever sees all ($2),
// else those on claims that user $1 has, or nobody.
const openTasks = `
	FROM tasks t JOIN claims c ON c.id = t.claim_id LEFT JOIN other_reviews o ON o.id = t.review_id
	WHERE t.done_at = 0 AND ($2 OR c.assignee_id IS NULL OR c.assignee_id = $1)`

const taskColumns = `SELECT t.id, t.kind, t.claim_id, c.text, c.language, COALESCE(t.review_id, 0), COALESCE(o.publisher, ''), t.text, t.created_at, t.done_at`

func scanTask(rows *sql.Rows) (t factcheck.Task, err error) {
	var created, done int64
	err = rows.Scan(&t.ID, &t.Kind, &t.ClaimID, &t.Claim, &t.ClaimLanguage, &t.ReviewID, &t.Publisher, &t.Text, &created, &done)
	t.At, t.DoneAt = moment(created), moment(done)
	return t, err
}

// OpenTasks are up to limit tasks that are to be done, the oldest first.
func (q *Queries) OpenTasks(ctx context.Context, user int64, all bool, limit int) ([]factcheck.Task, error) {
	return list(ctx, q.db, scanTask, taskColumns+openTasks+` ORDER BY t.id LIMIT $3`, user, all, limit)
}

// CountTasks is how many tasks are to be done.
func (q *Queries) CountTasks(ctx context.Context, user int64, all bool) (int64, error) {
	return one(ctx, q.db, nil, number, `SELECT count(*)`+openTasks, user, all)
}

// Task is the one with this id.
func (q *Queries) Task(ctx context.Context, id int64) (factcheck.Task, error) {
	return one(ctx, q.db, factcheck.NoSuch("task %d", id), scanTask, taskColumns+`
		FROM tasks t JOIN claims c ON c.id = t.claim_id LEFT JOIN other_reviews o ON o.id = t.review_id WHERE t.id = $1`, id)
}

// SetTaskDone notes that somebody has done a task.
func (tx *Tx) SetTaskDone(ctx context.Context, id, user int64, at time.Time) error {
	return tx.exec(ctx, `UPDATE tasks SET done_at = $1, done_by = $2 WHERE id = $3`, millis(at), user, id)
}
