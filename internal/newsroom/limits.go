package newsroom

import (
	"math"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"claimdesk/internal/factcheck"
)

// How many log-ins may fail: for one account from one address ten, then one
// every minute; from one address to any account thirty, then one every ten
// seconds. There is no limit for an account from all addresses, so that nobody
// is locked out by a stranger.
const (
	failsPair    = 10
	failsAddress = 30
	pairEvery    = time.Minute
	addressEvery = 10 * time.Second
	mostLimits   = 20_000
)

// limits counts failed log-ins in memory.
type limits struct {
	now   func() time.Time
	mu    sync.Mutex
	fails map[string]*rate.Limiter
}

func newLimits(now func() time.Time) *limits {
	return &limits{now: now, fails: map[string]*rate.Limiter{}}
}

func (l *limits) keys(email, address string) (pair, from string) {
	if ip, err := netip.ParseAddr(address); err == nil && ip.Is6() && !ip.Is4In6() {
		if p, err := ip.Prefix(64); err == nil { // one household has a /64
			address = p.String()
		}
	}
	return "pair " + email + " " + address, "from " + address
}

// check is a TooMany error when another try has to wait.
func (l *limits) check(email, address string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	wait := 0.0
	pair, from := l.keys(email, address)
	for _, key := range []string{pair, from} {
		if lim := l.fails[key]; lim != nil {
			short := (1 - lim.TokensAt(l.now())) / float64(lim.Limit())
			wait = max(wait, math.Round(short*1000)/1000) // to the millisecond: no second too many by rounding
		}
	}
	if wait == 0 {
		return nil
	}
	seconds := int(math.Ceil(wait))
	return &factcheck.Error{Kind: factcheck.TooMany, RetryAfter: seconds,
		Message: "Too many log-ins have failed from your address. Try again in " + factcheck.Plural(seconds, "second", "seconds") + "."}
}

// failed counts a log-in that failed.
func (l *limits) failed(email, address string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.fails) > mostLimits {
		l.forget()
	}
	pair, from := l.keys(email, address)
	l.limiter(pair, pairEvery, failsPair).AllowN(l.now(), 1)
	l.limiter(from, addressEvery, failsAddress).AllowN(l.now(), 1)
}

func (l *limits) limiter(key string, every time.Duration, burst int) *rate.Limiter {
	lim := l.fails[key]
	if lim == nil {
		lim = rate.NewLimiter(rate.Every(every), burst)
		l.fails[key] = lim
	}
	return lim
}

// forget drops what has recovered; when nothing has, everything.
func (l *limits) forget() {
	for key, lim := range l.fails {
		if lim.TokensAt(l.now()) >= float64(lim.Burst()) {
			delete(l.fails, key)
		}
	}
	if len(l.fails) > mostLimits {
		clear(l.fails)
	}
}
