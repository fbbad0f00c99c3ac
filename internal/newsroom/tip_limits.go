package newsroom

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"math"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"claimdesk/internal/factcheck"
)

// How many tips are taken: from one address five at once, then one every two
// minutes; from all together a hundred, then one every ten seconds.
const (
	tipsFromOne  = 5
	tipsFromAll  = 100
	oneTipEvery  = 2 * time.Minute
	allTipsEvery = 10 * time.Second
	mostSenders  = 10_000
)

// senders counts what is sent in, in memory. Addresses are kept as hashes under
// a salt that this process made and nobody knows.
type senders struct {
	now  func() time.Time
	salt [32]byte

	mu   sync.Mutex
	all  *rate.Limiter
	from map[[32]byte]*rate.Limiter
}

func newSenders(now func() time.Time) *senders {
	s := &senders{now: now, all: rate.NewLimiter(rate.Every(allTipsEvery), tipsFromAll), from: map[[32]byte]*rate.Limiter{}}
	_, _ = rand.Read(s.salt[:]) // never fails
	return s
}

// take counts one more from an address, or is a TooMany error.
func (s *senders) take(address string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	now, one := s.now(), s.of(address)
	wait := max(short(one, now), short(s.all, now))
	if wait > 0 {
		return &factcheck.Error{Kind: factcheck.TooMany, RetryAfter: wait,
			Message: "Many tips have come in from your network. Send this one again in " + inWords(wait) + "; what you typed stays here."}
	}
	one.AllowN(now, 1)
	s.all.AllowN(now, 1)
	return nil
}

// short is how many seconds are missing until a limiter lets one more pass.
func short(l *rate.Limiter, now time.Time) int {
	missing := 1 - l.TokensAt(now)
	if missing <= 1e-6 {
		return 0
	}
	return int(math.Ceil(missing / float64(l.Limit())))
}

func inWords(seconds int) string {
	if seconds < 60 {
		return factcheck.Plural(seconds, "second", "seconds")
	}
	return factcheck.Plural((seconds+59)/60, "minute", "minutes")
}

// of is the limiter of an address; a household has one for its whole IPv6
// network.
func (s *senders) of(address string) *rate.Limiter {
	if ip, err := netip.ParseAddr(address); err == nil && ip.Is6() && !ip.Is4In6() {
		if p, err := ip.Prefix(64); err == nil {
			address = p.String()
		}
	}
	mac := hmac.New(sha256.New, s.salt[:])
	mac.Write([]byte(address))
	key := [32]byte(mac.Sum(nil))
	if s.from[key] == nil {
		s.forget()
		s.from[key] = rate.NewLimiter(rate.Every(oneTipEvery), tipsFromOne)
	}
	return s.from[key]
}

// forget makes room for one more: it drops what has recovered, or else any.
func (s *senders) forget() {
	if len(s.from) < mostSenders {
		return
	}
	now := s.now()
	for key, l := range s.from {
		if l.TokensAt(now) >= tipsFromOne {
			delete(s.from, key)
		}
	}
	for key := range s.from {
		if len(s.from) < mostSenders {
			return
		}
		delete(s.from, key)
	}
}
