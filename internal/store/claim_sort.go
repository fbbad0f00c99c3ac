package store

import (
	"context"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
)

// ClaimOrder is how a list of claims is sorted; the zero one is by the last
// change, the newest first. Claims of one place in it stand by their ids.
type ClaimOrder struct {
	By        string // one of ClaimOrders, or "" for the zero order
	Ascending bool
}

// ClaimPlace is where a sorted list of claims goes on: behind the claim with an
// id that has this key in the order. An ID of 0 is the start.
type ClaimPlace struct {
	Key string
	ID  int64
}

// claimOrder is by what claims are sorted: what comes first and what last can
// differ, since what has no date or no claimant stands last either way.
type claimOrder struct {
	up, down string
	number   bool
}

// Letters are folded as SQLite's lower does it, A to Z alone; other scripts
// stand by their code points. Of a claim's words the first sixty count.
var claimOrders = map[string]claimOrder{
	"updated":  {`c.updated_at`, `c.updated_at`, true},
	"created":  {`c.created_at`, `c.created_at`, true},
	"due":      {dueOrLast, `c.due_on`, false},
	"priority": {`c.reach * c.harm`, `c.reach * c.harm`, true},
	"status":   {statusOrder, statusOrder, true},
	"text":     {`lower(substr(c.text, 1, 60))`, `lower(substr(c.text, 1, 60))`, false},
	"claimant": {`COALESCE(m.folded, char(1114111))`, `COALESCE(m.folded, '')`, false},
}

const (
	dueOrLast   = `CASE c.due_on WHEN '' THEN '9999-99-99' ELSE c.due_on END`
	statusOrder = `CASE c.status WHEN 'new' THEN 1 WHEN 'researching' THEN 2 WHEN 'in-review' THEN 3
		WHEN 'approved' THEN 4 WHEN 'published' THEN 5 ELSE 6 END`
)

// KnownOrder tells whether claims can be sorted by something of this name.
func KnownOrder(by string) bool {
	_, known := claimOrders[by]
	return known
}

// key is the expression that claims are sorted by.
func (o ClaimOrder) key() (expression string, number bool) {
	order, known := claimOrders[o.By]
	if !known {
		order = claimOrders["updated"]
	}
	if o.Ascending {
		return order.up, order.number
	}
	return order.down, order.number
}

// clause is the ORDER BY of a list.
func (o ClaimOrder) clause() string {
	key, _ := o.key()
	way := " DESC"
	if o.Ascending {
		way = ""
	}
	return " ORDER BY " + key + way + ", c.id" + way
}

// behind leaves what stands behind a place.
func (c *conditions) behind(o ClaimOrder, p ClaimPlace) {
	if p.ID == 0 {
		return
	}
	expression, number := o.key()
	var key any = p.Key
	if number {
		n, err := strconv.ParseInt(p.Key, 10, 64)
		if err != nil {
			c.add(`FALSE`) // no place of ours
			return
		}
		key = n
	}
	sign := "<"
	if o.Ascending {
		sign = ">"
	}
	c.add(`(`+expression+`, c.id) `+sign+` (%1, %2)`, key, p.ID)
}

// ClaimPlaceOf is where a claim stands in an order.
func (q *Queries) ClaimPlaceOf(ctx context.Context, o ClaimOrder, id int64) (ClaimPlace, error) {
	key, _ := o.key()
	found, err := one(ctx, q.db, factcheck.NoSuch("claim %d", id), word,
		`SELECT CAST(`+key+` AS TEXT) FROM claims c LEFT JOIN claimants m ON m.id = c.claimant_id WHERE c.id = $1`, id)
	return ClaimPlace{Key: found, ID: id}, err
}

// statusesIn is a condition for any of some statuses.
func (c *conditions) statusesIn(all []factcheck.Status) {
	marks := make([]string, len(all))
	values := make([]any, len(all))
	for i, s := range all {
		marks[i], values[i] = "%"+strconv.Itoa(i+1), s
	}
	c.add(`c.status IN (`+strings.Join(marks, ", ")+`)`, values...)
}
