import type { LexiconSource } from './lexicon-source.ts';

export const en: LexiconSource = {
  openers: `a about above according across act actually add added after afterwards again against ago ahead all almost along already also although always am amid among an and another any anyone anything are around as aside ask
    asked at away back based be because become been before behind being below besides best better between beyond big both but by call called can certainly clearly come coming could current currently day days despite did do does doing done
    down during each earlier early either else end enough even eventually ever every everybody everyone everything except fact far few fewer finally first five following for former four free from full fully further get getting
    give given go going good got great had half has have having he hence her here hers herself high him himself his how however i if in including indeed inside instead into is it its itself just keep key know known largely last late
    later latest least leave left less let life like likely little local long look looking lot made mainly make many may maybe me mean meanwhile men might more moreover most much must my myself national nearly neither never
    nevertheless new next no nobody none nonetheless nor not nothing now of off officials often old on once one ones only onto or other others otherwise our ours out outside over own part particularly people perhaps please
    plus police possible previous previously probably put quite rather read really recent recently reports residents right said same saw say says second see seen seven several shall she should show since six
    small so some somebody someone something sometimes soon still such sure take taken ten than thank thanks that the their theirs them themselves then there therefore these they thing things think this those though thousands
    three through throughout thus time times to today together told tomorrow tonight too took toward towards tried try turn two under unfortunately unless unlike until up upon us use used using usually very via want was watch way
    we week well went were what whatever when where whereas whether which while who whoever whole whom whose why will with within without women won work world would yeah year years yes yesterday yet you young your yours photo
    video image exclusive breaking update analysis opinion comment interview voters critics supporters opponents experts scientists researchers analysts investigators prosecutors authorities state
    opposition ruling outgoing`,
  titles: `mr mrs ms miss dr prof sir lady lord dame rev reverend father sister brother mother son daughter wife husband president vice-president minister premier chancellor king queen prince princess emperor pope patriarch bishop archbishop
    cardinal imam mufti rabbi saint st senator sen rep representative congressman congresswoman governor gov mayor judge justice attorney lawyer prosecutor general gen colonel col major maj captain capt lieutenant lt sergeant sgt
    officer detective sheriff commander admiral professor doctor director chairman chairwoman chair chief ceo head leader boss manager coach trainer striker midfielder defender goalkeeper player captain actor actress singer
    rapper musician composer conductor director filmmaker producer author writer poet novelist journalist reporter editor columnist correspondent presenter analyst expert economist historian scientist researcher
    spokesman spokeswoman spokesperson ambassador envoy commissioner secretary speaker lawmaker mp mep activist campaigner businessman businesswoman entrepreneur founder owner candidate member colleague doctor nurse
    psychologist dean rector teammate victim suspect defendant witness resident champion quarterback golfer pilot driver teacher student councillor counselor deputy democrat republican conservative
    dj`,
  speech: `said says say told tells added adds claimed insisted explained warned announced confirmed replied argued believes wrote tweeted stated noted admitted suggested recalled joked stressed commented asked`,
  heads: `ministry department agency commission council institute foundation association union centre center college committee court bank party movement coalition parliament office chamber academy museum gallery library theatre
    theater orchestra church federation league organization organisation network forum confederation alliance police army service bureau board university school hospital
    corporation prosecution directorate tribunal embassy initiative`,
  marks: `inc ltd llc plc corp corporation company co group holdings bank university college institute school hospital museum gallery theatre theater orchestra church foundation association society union party ministry department agency
    commission council committee court office parliament congress senate league federation club fc united city rovers wanderers rangers athletic police force army navy guard corps times post news herald tribune journal gazette
    daily telegraph magazine press radio tv television network channel studios records pictures entertainment airlines airways railway motors oil gas energy international industries partners capital fund trust board bureau authority
    administration service services center centre academy laboratory labs house cup championship championships tournament open olympics games festival award awards prize act bill law treaty agreement war street avenue
    road depot register gardens garden facility prison jail memorial monument mall plaza abbey chapel mosque creek falls forest woods hills heights harbour harbor stadio reborn pump convention conference summit project association alliance brothers bros motors
    square park bridge airport station river lake mountain island islands bay beach valley county state province district region hotel stadium arena building tower hall castle palace cathedral
    embassy consulate initiative inspectorate observatory secretariat patriarchate metropolitanate diocese chamber delegation mission tribunal
    prosecution directorate petroleum pharma telecom resources mining steel cement foods brewery shipping ventures`,
  announces: `company firm agency party movement newspaper daily magazine website portal broadcaster channel radio club team band group association organisation organization charity foundation bank`,
  inPlaces: 'in from at near to around outside inside across throughout of into through towards toward between',
  notNames: `jew jews arab arabs muslims christians catholics kurds god christmas easter ramadan europe balkans internet constitution earth sun moon monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
    west east north south western eastern northern southern islam christian muslim jewish catholic orthodox democrat democrats republican republicans english french german spanish italian russian chinese japanese turkish greek arab
    african european american british scottish welsh irish latin asian mr mrs ms dr sir black white congress senate house brexit covid twitter facebook google instagram youtube
    brent`,
  surnames: `son sson ton ley ford man mann berg stein ski sky ov ev ova ić ic vich escu opoulos dis oglu shvili ez sen`,
  personNouns: `er or ist man woman ian ant ent ee`,
};
