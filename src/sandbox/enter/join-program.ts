/**
 * Joins namespaces of the process FX_PID, if it is still the one that started at FX_START: those of the given names that are not this
 * process's own already, after the user namespace that owns the first argument's, without which they could not be entered. True: what is
 * forked from now on is in another PID namespace.
 */
export const joining = `
sub join_namespaces {
  my ($owned, @names) = @_;
  my $pid = $given{FX_PID};
  my (%file, %mine);
  for my $name (@names, 'user') {
    open($file{$name}, '<', "/proc/$pid/ns/$name") or fail('gone', $name);
    $mine{$name} = (stat "/proc/self/ns/$name")[1];
  }
  open(my $stat, '<', "/proc/$pid/stat") or fail('gone', 'stat');
  my $line = readline $stat;
  close $stat;
  $line =~ s/^.*\\) //s;
  (split / /, $line)[19] eq $given{FX_START} or fail('gone', 'another process');
  # NS_GET_USERNS, ioctl_ns(2).
  my $number = ioctl $file{$owned}, 0xb701, 0;
  my $owner;
  if ($number) {
    open $owner, '<&=', $number + 0;
    my $inode = (stat $owner)[1];
    if ($inode != $mine{user}) {
      call('setns', fileno $owner, 0) == 0 or fail('join', 'user');
      $mine{user} = $inode;
    }
  }
  my $forks = 0;
  for my $name (@names) {
    next if (stat $file{$name})[1] == $mine{$name};
    call('setns', fileno $file{$name}, 0) == 0 or fail('join', $name);
    $forks = 1 if $name eq 'pid';
  }
  close $owner if $owner;
  close $_ for values %file;
  return $forks;
}
`;
