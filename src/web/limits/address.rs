//! The address that a request comes from, behind the proxies that we know.

use crate::config::Network;
use actix_web::HttpRequest;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

const FORWARDED_FOR: &str = "x-forwarded-for";
/// Whoever has one IPv6 address has all that begin with these bits.
const IPV6_NETWORK: u128 = !0 << 64;

/// The client's address; of IPv6 its network. `X-Forwarded-For` counts only from proxies that we
/// trust, and is read from the right: what stands further left anyone can have written.
#[must_use]
pub fn client_address(request: &HttpRequest, proxies: &[Network]) -> Option<IpAddr> {
    let peer = plain(request.peer_addr()?.ip());
    let lists = request.headers().get_all(FORWARDED_FOR).filter_map(|list| list.to_str().ok());
    let hops: Vec<&str> = lists.flat_map(|list| list.split(',')).map(str::trim).collect();
    Some(network(behind(peer, &hops, proxies)))
}

fn behind(peer: IpAddr, hops: &[&str], proxies: &[Network]) -> IpAddr {
    let is_trusted = |address: IpAddr| proxies.iter().any(|network| network.holds(address));
    let mut client = peer;
    for hop in hops.iter().rev() {
        if !is_trusted(client) {
            break;
        }
        // A proxy of ours that writes something else than an address is itself all we know.
        let Some(address) = address(hop) else { break };
        client = address;
    }
    client
}

/// An address as proxies write it: alone, with a port, or in brackets.
fn address(hop: &str) -> Option<IpAddr> {
    let alone = hop.trim_start_matches('[').trim_end_matches(']').parse().ok();
    alone.or_else(|| hop.parse::<SocketAddr>().ok().map(|with_port| with_port.ip())).map(plain)
}

/// IPv4 in the clothes of IPv6 is IPv4.
fn plain(address: IpAddr) -> IpAddr {
    address.to_canonical()
}

fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(one) => IpAddr::V6(Ipv6Addr::from_bits(one.to_bits() & IPV6_NETWORK)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_proxies_are_believed() {
        let proxies: Vec<Network> = ["10.0.0.0/8", "::1"].iter().filter_map(|n| Network::parse(n)).collect();
        for (peer, hops, client) in [
            // No proxy: whatever the header says is invented.
            ("203.0.113.9", vec!["198.51.100.1"], "203.0.113.9"),
            ("10.0.0.1", vec![], "10.0.0.1"),
            ("10.0.0.1", vec!["198.51.100.1"], "198.51.100.1"),
            // From the right: the left one was sent by the client.
            ("10.0.0.1", vec!["127.0.0.1", "198.51.100.1"], "198.51.100.1"),
            ("10.0.0.1", vec!["6.6.6.6", "198.51.100.1", "10.0.0.2"], "198.51.100.1"),
            ("::1", vec!["198.51.100.1:4711"], "198.51.100.1"),
            ("::ffff:10.0.0.1", vec!["[2001:db8::1]:443"], "2001:db8::1"),
            ("10.0.0.1", vec!["198.51.100.1", "unknown"], "10.0.0.1"),
            ("10.0.0.1", vec!["", "\u{e6}"], "10.0.0.1"),
            ("10.0.0.1", vec!["10.0.0.3", "10.0.0.2"], "10.0.0.3"),
        ] {
            let peer = plain(peer.parse().unwrap());
            assert_eq!(behind(peer, &hops, &proxies), client.parse::<IpAddr>().unwrap(), "{peer} {hops:?}");
        }
    }

    #[test]
    fn all_addresses_of_one_ipv6_network_are_one() {
        let of = |text: &str| network(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
    }
}
