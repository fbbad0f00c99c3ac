package fetch

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"sync/atomic"
	"syscall"
)

// dial makes a connection if the fence admits it. The fence is asked at the
// last moment, with the very address that the operating system is to connect
// to: no name is left by then that could come to mean something else.
func (c *Client) dial(ctx context.Context, network, address string) (net.Conn, error) {
	if target, err := netip.ParseAddrPort(address); err == nil && !c.fence.admits(target) {
		return nil, errForbidden // also where the system has no IPv6 to connect with
	}
	var refused atomic.Bool
	dialer := net.Dialer{Resolver: c.resolver, Timeout: c.patience, Control: func(_, to string, _ syscall.RawConn) error {
		target, err := netip.ParseAddrPort(to)
		if err != nil || !c.fence.admits(target) {
			refused.Store(true)
			return errForbidden
		}
		return nil
	}}
	conn, err := dialer.DialContext(ctx, network, address)
	if err == nil {
		return conn, nil
	}
	// A name may have several addresses. Which of them failed in what way is
	// not for telling once one of them is forbidden.
	if refused.Load() || unknownAtHome(err, address) {
		return nil, errForbidden
	}
	return nil, err
}

// unknownAtHome tells whether a name was not found that only the newsroom's
// own network could have known: the answer must be that of a name which is
// there, or asking would tell which are.
func unknownAtHome(err error, address string) bool {
	var lookup *net.DNSError
	host, _, splitErr := net.SplitHostPort(address)
	return errors.As(err, &lookup) && splitErr == nil && homely(host)
}
