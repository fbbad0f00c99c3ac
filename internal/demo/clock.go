package demo

import (
	"fmt"
	"sync"
	"time"
)

// clock is the time in which the example newsroom works. Each look at it takes
// a second, so no two acts happen at once.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(time.Second)
	return c.at
}

// reach moves the clock on to a moment of September 2023 in UTC, written as
// "14 09:30". It fails when that moment is past.
func (c *clock) reach(moment string) error {
	to, err := time.Parse("2006-01 02 15:04", "2023-09 "+moment)
	if err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if to.Before(c.at) {
		return fmt.Errorf("the example's clock would run back from %s to %s", c.at.Format(time.DateTime), moment)
	}
	c.at = to
	return nil
}
